package network.fanz.web.auth;

import java.time.LocalDate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import network.fanz.common.EmailAddress;
import network.fanz.common.Role;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.NewAccount;
import network.fanz.web.form.FieldChecks;
import network.fanz.web.form.Form;
import org.springframework.stereotype.Component;

/** What everybody gives who opens an account, by oneself or by invitation. */
@Component
final class PersonFields {
    private final Identity identity;

    PersonFields(Identity identity) {
        this.identity = identity;
    }

    /**
     * What can be seen to be wrong without looking further is said of all fields at once.
     *
     * @param named gives the public name its one form, or refuses it
     * @param invited whether an invitation may name the address, so that none need be typed
     */
    NewAccount read(Form form, Role role, UnaryOperator<String> named, boolean invited) {
        FieldChecks fields = new FieldChecks();
        Supplier<String> name = fields.read(() -> named.apply(form.text("name")));
        Supplier<String> email =
                fields.read(() -> invited && form.value("email").isBlank()
                        ? ""
                        : EmailAddress.of("email", form.text("email")).mailbox());
        Supplier<String> password = fields.read(() -> password(form));
        Supplier<LocalDate> born = fields.read(() -> form.date("dateOfBirth"));
        Supplier<String> country = fields.read(() -> form.text("country"));
        fields.refuseWrong();
        return new NewAccount(email.get(), password.get(), name.get(), born.get(), country.get(), role);
    }

    private String password(Form form) {
        String password = form.secret("password");
        identity.requireAcceptablePassword(password);
        return password;
    }
}
