package network.fanz.web.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form whose sender was signed out meanwhile, or whose page is too old: nothing is done, and nothing is lost. */
@Tag("database")
class KeptFormTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final String AGAIN = "/form-again";
    private static String creator;
    private static String tip;
    private static SignedInUser fan;

    private final ProgramClient browser = FANZ.client();

    @BeforeAll
    static void register() {
        creator = "/creators/" + FANZ.users().creator().id();
        tip = creator + "/tips";
        fan = FANZ.users().fan();
    }

    @Test
    void whoWasSignedOutInAnotherTabGoesOnWithWhatWasTyped() {
        HttpAnswer late = sentAfterSigningOut("7.77").expect(403);
        assertThat(late.body())
                .contains("You were signed out", "Nothing was sent", "kept for 15 min", "Sign in and go on");
        HttpAnswer door = browser.get("tube", AGAIN);
        assertThat(door.path()).startsWith("/sign-in");
        HttpAnswer again = signIn(door, fan);
        assertThat(again.expect(200).body()).contains("Nothing has been sent yet", "value=\"7.77\"");
        assertThat(payments(fan)).isZero();
        browser.submitForm(again, tip, Map.of("amount", "7.77"));
        assertThat(payments(fan)).isEqualTo(1);
        assertThat(browser.get("tube", AGAIN).body()).contains("is kept no longer");
    }

    @Test
    void anotherAccountIsShownNothingOfIt() {
        sentAfterSigningOut("8.88").expect(403);
        HttpAnswer other = signIn(browser.get("tube", AGAIN), FANZ.users().fan());
        assertThat(other.expect(200).body())
                .contains("another account had typed it")
                .doesNotContain("8.88");
        assertThat(browser.get("tube", AGAIN).body()).contains("is kept no longer");
    }

    /** The secret of a letter's link has one of these names in every form that stands on one. */
    @ParameterizedTest
    @CsvSource({
        "/password-reset/choose, link",
        "/verify-email, link",
        "/account/address/confirmation, link",
        "/factor-reset/objection, link",
        "/invitation, invitation"
    })
    void aFormOnALettersLinkIsNotKept(String form, String secret) {
        HttpAnswer late = browser.submit(
                "auth", form, Map.of(secret, "a-secret-that-opens-something", "name", "Ann", "_csrf", "stale"));
        assertThat(late.status()).isBetween(400, 499);
        assertThat(late.body()).doesNotContain(AGAIN, "a-secret-that-opens-something");
        assertThat(browser.get("auth", AGAIN).body()).doesNotContain("a-secret-that-opens-something");
    }

    @Test
    void aFormOfAnotherSiteIsNeitherKeptNorDone() {
        HttpAnswer page = signedIn();
        browser.withHeader("Origin", "https://elsewhere.example");
        HttpAnswer refused = browser.submit("tube", tip, Map.of("amount", "9.99", "_for", fan.id(), "_page", creator));
        assertThat(refused.expect(403).body())
                .contains("This did not come from our page")
                .doesNotContain(AGAIN);
        assertThat(browser.get("tube", AGAIN).body())
                .contains("is kept no longer")
                .doesNotContain("9.99");
        assertThat(page.status()).isEqualTo(200);
    }

    @Test
    void aPageThatIsTooOldOpensAgainFilledIn() {
        Map<String, String> fields = signedIn().hiddenFields(tip);
        fields.putAll(Map.of("_csrf", "outlived", "amount", "6.66"));
        HttpAnswer late = browser.submit("tube", tip, fields).expect(403);
        assertThat(late.body()).contains("This page is too old", "Open the form again, filled in", "Your account");
        HttpAnswer again = browser.get("tube", AGAIN).expect(200);
        assertThat(again.body()).contains("value=\"6.66\"", "Nothing has been sent yet");
        assertThat(browser.get("tube", AGAIN).expect(200).body()).contains("value=\"6.66\"");
    }

    @Test
    void aPasswordIsNotKept() {
        browser.get("auth", "/sign-in");
        Map<String, String> fields =
                Map.of("email", "ann@example.org", "password", "a long secret of ann", "_csrf", "outlived");
        browser.submit("auth", "/sign-in", fields).expect(403);
        assertThat(browser.get("auth", AGAIN).expect(200).body())
                .contains("value=\"ann@example.org\"", "Nothing has been sent yet")
                .doesNotContain("a long secret of ann");
    }

    @Test
    void whatIsTooLongIsSaidToBeLost() {
        Map<String, String> fields = signedIn().hiddenFields(tip);
        fields.putAll(Map.of("_csrf", "outlived", "amount", "6".repeat(4_001)));
        assertThat(browser.submit("tube", tip, fields).expect(403).body())
                .contains("What you typed could not be kept", "href=\"" + creator + "\"");
    }

    private HttpAnswer sentAfterSigningOut(String amount) {
        HttpAnswer page = signedIn();
        browser.submitForm(page, "/sign-out", Map.of());
        return browser.submitForm(page, tip, Map.of("amount", amount));
    }

    /** The creator's page, opened by the fan. */
    private HttpAnswer signedIn() {
        signIn(browser.get("tube", "/wallet"), fan);
        return browser.get("tube", creator).expect(200);
    }

    private HttpAnswer signIn(HttpAnswer door, SignedInUser user) {
        return browser.submitForm(door, "/sign-in", Map.of("email", user.email(), "password", user.password()));
    }

    private static int payments(SignedInUser user) {
        return user.client()
                .api("GET", "/api/v1/payments")
                .expect(200)
                .json()
                .path("items")
                .size();
    }
}
