package network.fanz.security.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.security.identity.access.CallerResolver;
import network.fanz.security.identity.address.AddressChanges;
import network.fanz.security.identity.address.AddressConfirmations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Another email address for an account, which counts once both mailboxes have confirmed it. */
@Component
public class AccountAddress {
    private final AddressChanges changes;
    private final AddressConfirmations confirmations;
    private final SignIn signIn;

    AccountAddress(AddressChanges addressChanges, AddressConfirmations addressConfirmations, SignIn signIn) {
        this.changes = addressChanges;
        this.confirmations = addressConfirmations;
        this.signIn = signIn;
    }

    /** The change that waits. */
    public Optional<AddressChange> open(AccountId account) {
        return confirmations.open(account);
    }

    /**
     * Asks for another address, and writes to it and to the present one. Nothing shows whether the new one has an account: its mailbox
     * alone is told.
     *
     * @param password the account's password, which is asked for however lately the session has proved who it is
     * @throws network.fanz.common.InvalidField if address or password is wrong, or too many letters are on their way
     */
    public void ask(HttpServletRequest request, String email, String password) {
        changes.ask(signIn.proof(request), email, password, CallerResolver.origin(request));
    }

    /** Writes both letters again. */
    public void resend(HttpServletRequest request) {
        changes.resend(signIn.proof(request), CallerResolver.origin(request));
    }

    public void cancel(AccountId account) {
        changes.cancel(account);
    }

    /** What a link of one of the letters is for; empty if there never was such a link, or it is long over. */
    public Optional<AddressChangeLink> link(@Nullable AccountId asking, String token) {
        return confirmations.link(asking, token);
    }

    /**
     * Says yes for the mailbox to which the link was sent; the second yes makes the change. Emits {@code email_changed}, and
     * {@code email_verified} if the account's address had not been confirmed.
     *
     * @return whether the change is made
     * @throws LinkNotGood if the change has ended, or is another account's
     */
    public boolean confirm(HttpServletRequest request, String token) {
        return confirmations.confirm(signIn.proof(request), token);
    }

    /**
     * Says no, by the link of a letter to the account's own address: the change ends, and with it all sessions of the account.
     *
     * @throws LinkNotGood if there is no such link, or the change was made
     */
    public void object(String token) {
        confirmations.object(token);
    }
}
