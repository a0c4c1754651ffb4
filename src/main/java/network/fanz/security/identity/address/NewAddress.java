package network.fanz.security.identity.address;

import java.util.Arrays;
import java.util.HexFormat;
import network.fanz.common.AccountId;
import network.fanz.common.EmailAddress;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Origin;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.passwords.HashQueue;
import network.fanz.security.identity.passwords.PasswordHasher;
import network.fanz.security.identity.signin.OwnPassword;
import network.fanz.security.ratelimit.RateLimits;
import org.springframework.stereotype.Component;

/**
 * Checks what an owner has typed who wants another address. It takes the account's password: a session alone must not lead to the mailbox
 * by which a new password is chosen; and the stored hash is salted with the address, so that it has to be made anew from the password.
 */
@Component
final class NewAddress {
    private final AccountStore accounts;
    private final PersonalData personal;
    private final OwnPassword ownPassword;
    private final PasswordHasher hasher;
    private final RateLimits limits;

    NewAddress(
            AccountStore accounts,
            PersonalData personal,
            OwnPassword ownPassword,
            PasswordHasher hasher,
            RateLimits limits) {
        this.accounts = accounts;
        this.personal = personal;
        this.ownPassword = ownPassword;
        this.hasher = hasher;
        this.limits = limits;
    }

    /**
     * @param email sealed
     * @param passwordHash the password under the salt of the new address
     * @param formerHash the same as the account has it
     */
    record CheckedAddress(byte[] lookup, byte[] email, byte[] passwordHash, byte[] formerHash) {}

    CheckedAddress check(AccountId account, String email, String password, Origin origin) {
        EmailAddress address = EmailAddress.of("email", email);
        byte[] lookup = personal.emailLookup(address);
        AccountStore.AccountRow row = accounts.find(account).orElseThrow(() -> new NotFound("account"));
        String present = personal.email(account, row.email());
        if (personal.typed(present).lookups().stream().anyMatch(own -> Arrays.equals(own, lookup))) {
            throw new InvalidField("email", "Your account has this address already.");
        }
        limits.requireMailedLink(HexFormat.of().formatHex(lookup) + "/" + origin.placeKey(), origin);
        ownPassword.require(account, "password", password, origin);
        return new CheckedAddress(
                lookup,
                personal.sealEmail(account, address),
                hasher.hash(password, address.key(), HashQueue.KNOWN),
                hasher.hash(password, personal.typed(present).salt(), HashQueue.KNOWN));
    }
}
