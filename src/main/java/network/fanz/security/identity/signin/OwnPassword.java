package network.fanz.security.identity.signin;

import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Origin;
import network.fanz.security.identity.SignInFailed;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.accounts.PersonalData;
import org.springframework.stereotype.Component;

/**
 * The password that an account has, asked for before a change that a session alone must not make: a new password, another address (OWASP
 * ASVS 5.0, 6.2.3). A wrong one counts as an attempt to sign in, with the same limits and alerts.
 */
@Component
public final class OwnPassword {
    private final AccountStore accounts;
    private final PersonalData personal;
    private final PasswordCheck passwordCheck;

    OwnPassword(AccountStore accounts, PersonalData personal, PasswordCheck passwordCheck) {
        this.accounts = accounts;
        this.personal = personal;
        this.passwordCheck = passwordCheck;
    }

    /**
     * @param field the form's field, for the words beside it
     * @throws InvalidField if it is not the account's password
     */
    public void require(AccountId account, String field, String password, Origin origin) {
        AccountStore.AccountRow row = accounts.find(account).orElseThrow(() -> new NotFound("account"));
        try {
            if (!passwordCheck
                    .check(personal.email(account, row.email()), password, origin)
                    .equals(account)) {
                throw notTheirs(field);
            }
        } catch (SignInFailed wrong) {
            throw notTheirs(field);
        }
    }

    public static InvalidField notTheirs(String field) {
        return new InvalidField(field, "This is not the password of your account.");
    }
}
