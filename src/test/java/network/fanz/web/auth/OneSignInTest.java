package network.fanz.web.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One browser with one sign-in, wherever it has been. */
@Tag("database")
class OneSignInTest {
    @Test
    void isOneLineOfTheListHoweverManyPlacesItKnows() {
        SignedInUser fan = RunningFanz.shared().users().fan();
        ProgramClient browser = RunningFanz.shared().client();
        browser.submitForm(
                browser.get("tube", "/library"), "/sign-in", Map.of("email", fan.email(), "password", fan.password()));
        browser.get("elite", "/library");
        String page = browser.get("auth", "/account/sessions").expect(200).body();
        // The other one is the fan's own, by which the account was made.
        assertThat(page.split("class=\"item\"", -1)).hasSize(1 + 2);
        assertThat(page).containsPattern("On [^<]*FanzEliteTube[^<]*FanzTube").containsOnlyOnce("this one");
    }

    @Test
    void isSeenOnThePlacesWhereTheBrowserHasNotBeenUntilItIsOver() {
        SignedInUser fan = RunningFanz.shared().users().fan();
        ProgramClient browser = RunningFanz.shared().client();
        assertThat(browser.get("elite", "/").body()).contains(">Sign in</a>").doesNotContain("Go on signed in");
        HttpAnswer library = browser.submitForm(
                browser.get("tube", "/library"), "/sign-in", Map.of("email", fan.email(), "password", fan.password()));
        assertThat(browser.get("elite", "/").body()).contains(">Go on signed in</a>");
        browser.submitForm(library, "/sign-out", Map.of());
        assertThat(browser.get("elite", "/").body()).contains(">Sign in</a>").doesNotContain("Go on signed in");
    }

    @Test
    void aLinkThatConfirmsAnAddressSaysWhyOneSignsIn() {
        ProgramClient browser = RunningFanz.shared().client();
        assertThat(browser.get("auth", "/verify-email?token=x").body())
                .contains("To confirm your address, sign in first.");
        assertThat(browser.get("auth", "/sign-in").body()).doesNotContain("To confirm your address");
    }

    @Test
    void goingOnFromTheAccountsPageArrivesSignedIn() {
        SignedInUser fan = RunningFanz.shared().users().fan();
        ProgramClient browser = RunningFanz.shared().client();
        HttpAnswer account = browser.submitForm(
                browser.get("auth", "/sign-in"), "/sign-in", Map.of("email", fan.email(), "password", fan.password()));
        assertThat(account.body()).contains("/sign-in?page=%2F");
        HttpAnswer tube = browser.get("tube", "/sign-in?page=%2F").expect(200);
        assertThat(tube.brand()).isEqualTo("tube");
        assertThat(tube.path()).isEqualTo("/");
        assertThat(tube.body()).doesNotContain(">Sign in</a>");
    }
}
