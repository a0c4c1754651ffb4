package network.fanz.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever fills in a form wrongly reads all that is wrong at once, each beside its field, and types nothing twice. */
@Tag("database")
class AllErrorsAtOnceTest {
    private static final RunningFanz FANZ = RunningFanz.shared();

    @Test
    void registration() {
        ProgramClient somebody = FANZ.client().withHeader("Accept", "text/html");
        HttpAnswer page = somebody.get("auth", "/register");
        Map<String, String> typed = Map.of(
                "role",
                "CREATOR",
                "name",
                " ",
                "email",
                "no address",
                "password",
                "short",
                "dateOfBirth",
                "",
                "country",
                "");
        String refused =
                somebody.submitForm(page, "/register", typed).expect(422).body();
        for (String field : new String[] {"name", "email", "password", "dateOfBirth", "country"}) {
            assertThat(refused).contains("id=\"" + field + "-error\"");
        }
        assertThat(refused).contains("value=\"no address\"").doesNotContain("value=\"short\"");
        assertThat(refused.split(" autofocus", -1)).hasSize(2);
    }

    @Test
    void aBirthdayOfNobodyAliveIsTheDatesMatter() {
        ProgramClient somebody = FANZ.client().withHeader("Accept", "text/html");
        HttpAnswer page = somebody.get("auth", "/register");
        Map<String, String> typed = Map.of(
                "role",
                "FAN",
                "name",
                "Ann",
                "email",
                "ann@example.org",
                "password",
                "seven quiet birds in a row",
                "dateOfBirth",
                "1790-01-01",
                "country",
                "DE");
        assertThat(somebody.submitForm(page, "/register", typed).expect(422).body())
                .contains("id=\"dateOfBirth-error\"", "Look at the year");
    }

    @Test
    void aPostingByHand() {
        SignedInUser staff = FANZ.users().staff(Role.FINANCE);
        ProgramClient finance = FANZ.client().withHeader("Accept", "text/html");
        finance.cookie("dash", "fanz_session", String.valueOf(staff.client().token()));
        String path = "/finance/hand-postings";
        HttpAnswer page = finance.get("dash", path);
        Map<String, String> typed = Map.of("debit", "999999", "credit", "x", "amount", "-5", "reason", "");
        String refused = finance.submitForm(page, path, typed).expect(422).body();
        assertThat(refused).contains("There is no account 999999.", "value=\"999999\"", "value=\"-5\"");
        for (String field : typed.keySet()) {
            assertThat(refused).contains("id=\"" + field + "-error\"");
        }

        Map<String, String> far = Map.of("debit", "1", "credit", "2", "amount", "100000000.01", "reason", "Too much");
        assertThat(finance.submitForm(page, path, far).expect(422).body())
                .contains("id=\"amount-error\"", "100,000,000.00 USD at most");
    }
}
