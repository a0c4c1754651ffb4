package network.fanz.security.identity;

import jakarta.servlet.http.HttpServletRequest;
import network.fanz.common.AccountId;
import network.fanz.common.Language;
import network.fanz.security.identity.access.CallerResolver;
import network.fanz.security.identity.accounts.AccountMails;
import network.fanz.security.identity.profile.CreatorStart;
import network.fanz.security.identity.profile.LanguageChange;
import network.fanz.security.identity.profile.NameChange;
import network.fanz.security.identity.reset.PasswordChange;
import org.springframework.stereotype.Component;

/** What an account's owner changes of it. What would let somebody in needs a recent proof, and the second factor where there is one. */
@Component
public class AccountProfile {
    private final PasswordChange passwordChange;
    private final NameChange nameChange;
    private final LanguageChange languageChange;
    private final CreatorStart creatorStart;
    private final FactorSetup factors;
    private final SignIn signIn;
    private final AccountMails mails;

    AccountProfile(
            PasswordChange passwordChange,
            NameChange nameChange,
            LanguageChange languageChange,
            CreatorStart creatorStart,
            FactorSetup factors,
            SignIn signIn,
            AccountMails accountMails) {
        this.passwordChange = passwordChange;
        this.nameChange = nameChange;
        this.languageChange = languageChange;
        this.creatorStart = creatorStart;
        this.factors = factors;
        this.signIn = signIn;
        this.mails = accountMails;
    }

    /** Tells the owner by letter, in the caller's transaction, that a file of their data was asked for. */
    public void tellOfDataFile(AccountId account) {
        mails.dataAskedFor(account);
    }

    /**
     * Sets a new password and ends all other sign-ins of the account; the session gets a new token. The owner is told by letter. Emits
     * {@code password_changed}.
     *
     * @throws FreshProofNeeded if the last proof is too long ago
     * @throws network.fanz.common.SecondFactorRequired if the account has a second factor that this session has not given
     * @param present the password that the account has: a session that was taken must not lead to a new one
     * @throws network.fanz.common.InvalidField if that is not the account's password, or the new one is not accepted
     */
    public void changePassword(HttpServletRequest request, String present, String password) {
        factors.authoriseChange(request);
        passwordChange.change(signIn.proof(request), present, password, CallerResolver.origin(request));
        request.changeSessionId();
    }

    /**
     * Gives the account another public name; the same name again changes nothing. Emits {@code public_name_changed}.
     *
     * @throws network.fanz.common.InvalidField if the name is not accepted, by the rules and the sanctions screen of registration
     */
    public void changeName(AccountId account, String name) {
        nameChange.change(account, name);
    }

    /**
     * A fan becomes a creator too; whoever is one stays one. What a creator does needs a second factor. Emits {@code role_granted}.
     *
     * @throws network.fanz.common.Forbidden if somebody has taken the role from the account, or it is no fan's
     */
    public void becomeCreator(AccountId account) {
        creatorStart.begin(account);
    }

    /** Writes to the account's owner in this language from now on; the same again changes nothing. Emits nothing. */
    public void changeLanguage(AccountId account, Language language) {
        languageChange.change(account, language);
    }
}
