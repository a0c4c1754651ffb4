package network.fanz.security.identity.reset;

import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.security.identity.AddressChangeState;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.accounts.PersonalData;
import network.fanz.security.identity.address.AddressChangeStore;
import network.fanz.security.identity.passwords.HashQueue;
import network.fanz.security.identity.passwords.PasswordHasher;
import org.springframework.stereotype.Component;

/** A password that an account's owner chooses anew: the same rules as at registration. */
@Component
final class NewPassword {
    private final PasswordResetStore store;
    private final AddressChangeStore addressChanges;
    private final AccountStore accounts;
    private final PersonalData personal;
    private final PasswordHasher hasher;

    NewPassword(
            PasswordResetStore store,
            AddressChangeStore addressChangeStore,
            AccountStore accounts,
            PersonalData personal,
            PasswordHasher hasher) {
        this.store = store;
        this.addressChanges = addressChangeStore;
        this.accounts = accounts;
        this.personal = personal;
        this.hasher = hasher;
    }

    /** @throws network.fanz.common.InvalidField if the password is not accepted */
    byte[] hash(AccountId account, String password) {
        AccountStore.AccountRow row = accounts.find(account).orElseThrow(() -> new NotFound("account"));
        String email = personal.email(row.id(), row.email());
        hasher.requireAcceptable(
                password,
                Set.of(
                        email.substring(0, email.lastIndexOf('@')),
                        email,
                        personal.account(row).name()));
        return hasher.hash(password, personal.typed(email).salt(), HashQueue.KNOWN);
    }

    /**
     * Sets it, in the caller's transaction. Links for a new password, and a change of address that waits, are worth nothing from then on.
     *
     * @return false if the account is no longer open
     */
    boolean set(AccountId account, byte[] hash) {
        if (!store.setPassword(account, hash, PasswordHasher.SCHEME)) {
            return false;
        }
        store.deleteLinks(account);
        addressChanges.end(account, AddressChangeState.LAPSED);
        return true;
    }
}
