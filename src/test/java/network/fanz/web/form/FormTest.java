package network.fanz.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.ModelAndView;

/** A refused form, as the page shows it again. */
class FormTest {
    private static final Form SENT =
            Form.of(Map.of("amount", "5.00", "pass", "an id", "password", "a secret", "_key", "0123456789abcdef"));

    @Test
    void saysARefusalBesideTheFieldThatThePageDraws() {
        Form again = refused(new InvalidField("amount", "Too little."));
        assertThat(again.error("amount")).isEqualTo("Too little.");
        assertThat(again.errorApartFrom("amount")).isNull();
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        FieldChecks fields = new FieldChecks();
        fields.read(() -> SENT.text("reason"));
        assertThat(fields.read(() -> SENT.text("amount")).get()).isEqualTo("5.00");
        fields.read(() -> SENT.date("pass"));
        Form again = refused(catchThrowableOfType(InvalidField.class, fields::refuseWrong));
        assertThat(again.error("reason")).isEqualTo("This must not be empty.");
        assertThat(again.error("pass")).startsWith("Write the date");
        assertThat(again.error("amount")).isNull();
        assertThat(again.errorApartFrom("reason")).startsWith("Write the date");
        assertThat(again.errorApartFrom("reason", "pass")).isNull();
        assertThat(again.startsAt("reason")).isTrue();
        assertThat(again.startsAt("pass")).isFalse();
    }

    @Test
    void saysARefusalOfAHiddenFieldAtTheFormsHead() {
        assertThat(refused(new InvalidField("pass", "Sold out.")).errorApartFrom("amount"))
                .isEqualTo("Sold out.");
        assertThat(refused(new NotFound("creator")).errorApartFrom("amount")).isNotNull();
    }

    @Test
    void saysThatAFormHasLostItsKey() {
        AtomicReference<Form> shown = new AtomicReference<>();
        Form bare = Form.of(Map.of("amount", "5.00"));
        bare.submit(() -> new ModelAndView(bare.idempotencyKey()), again -> {
            shown.set(again);
            return new ModelAndView("page");
        });
        assertThat(shown.get().errorApartFrom("amount")).contains("lost its key");
    }

    @Test
    void keepsWhatWasTypedButNoSecret() {
        Form again = refused(new InvalidField("pass", "Sold out."));
        assertThat(again.value("amount")).isEqualTo("5.00");
        assertThat(again.value("password")).isEmpty();
    }

    @Test
    void proposesOnlyWhereNothingWasTyped() {
        assertThat(SENT.withDefault("amount", "9.00").value("amount")).isEqualTo("5.00");
        assertThat(Form.empty().withDefault("amount", "9.00").value("amount")).isEqualTo("9.00");
    }

    private static Form refused(Problem problem) {
        AtomicReference<Form> shown = new AtomicReference<>();
        SENT.submit(
                () -> {
                    throw problem;
                },
                again -> {
                    shown.set(again);
                    return new ModelAndView("page");
                });
        return shown.get();
    }
}
