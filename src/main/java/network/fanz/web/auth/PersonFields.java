package network.fanz.web.auth;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import network.fanz.common.EmailAddress;
import network.fanz.common.InvalidField;
import network.fanz.common.Role;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.NewAccount;
import network.fanz.security.identity.Terms;
import network.fanz.web.form.FieldChecks;
import network.fanz.web.form.Form;
import org.springframework.stereotype.Component;

/** What everybody gives who opens an account, by oneself or by invitation. */
@Component
final class PersonFields {
    private static final String TERMS = "terms";

    private final Identity identity;
    private final Terms terms;

    PersonFields(Identity identity, Terms terms) {
        this.identity = identity;
        this.terms = terms;
    }

    /** The text that whoever opens an account must accept, for the page to name it; none if none is in force. */
    void nameTerms(Map<String, Object> model) {
        terms.inForce().ifPresent(text -> model.put(TERMS, text));
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
        Supplier<Optional<Integer>> accepted = fields.read(() -> accepted(form));
        fields.refuseWrong();
        return new NewAccount(
                email.get(),
                password.get(),
                name.get(),
                born.get(),
                country.get(),
                role,
                accepted.get().orElse(null));
    }

    /** The version whose box is ticked; none where there is no box to tick. */
    private Optional<Integer> accepted(Form form) {
        String number = form.value(TERMS);
        if (number.matches("[1-9][0-9]{0,8}")) {
            return Optional.of(Integer.valueOf(number));
        }
        if (terms.inForce().isPresent()) {
            throw new InvalidField(TERMS, "Tick this: an account is made only with the terms of use.");
        }
        return Optional.empty();
    }

    private String password(Form form) {
        String password = form.secret("password");
        identity.requireAcceptablePassword(password);
        return password;
    }
}
