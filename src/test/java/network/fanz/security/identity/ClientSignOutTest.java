package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.fanz.testing.OidcClient;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** OpenID Connect RP-Initiated Logout 1.0, over HTTP and all hosts. */
@Tag("database")
class ClientSignOutTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final RunningFanz program = RunningFanz.shared();
    private final String tube = "http://" + program.client().host("tube") + "/";

    @Test
    void theProviderSaysWhereToSignOut() {
        assertThat(program.client()
                        .send("GET", "auth", "/.well-known/openid-configuration", null, null)
                        .expect(200)
                        .text("end_session_endpoint"))
                .isEqualTo("http://" + program.client().host("auth") + "/connect/logout");
    }

    @Test
    void aHintOfThisSignInSignsOutEverywhereAndLeadsBack() {
        for (String method : List.of("GET", "POST")) {
            ProgramClient browser = signedInEverywhere(program.users().fan());
            String hint = new OidcClient(program, "tube").identityToken(browser);
            HttpAnswer out = ask(
                    browser, method, Map.of("id_token_hint", hint, "post_logout_redirect_uri", tube, "state", "a&b"));
            assertThat(out.expect(303).header("Location")).isEqualTo(tube + "?state=a%26b");
            assertThat(accounts(browser)).containsOnly("401");
        }
    }

    @Test
    void withoutAHintTheUserIsAskedFirst() {
        ProgramClient browser = signedInEverywhere(program.users().fan());
        HttpAnswer page =
                ask(browser, "GET", Map.of("client_id", "tube", "post_logout_redirect_uri", tube, "state", "x"));
        assertThat(page.expect(200).body()).contains("Yes, sign me out");
        assertThat(accounts(browser)).doesNotContain("401");
        browser.send("POST", "auth", "/connect/logout/confirmation", FORM, "").expect(403);
        assertThat(accounts(browser)).doesNotContain("401");
        Map<String, String> fields = page.hiddenFields("/connect/logout/confirmation");
        HttpAnswer out = browser.send("POST", "auth", "/connect/logout/confirmation", FORM, OidcClient.query(fields));
        assertThat(out.expect(303).header("Location")).isEqualTo(tube + "?state=x");
        assertThat(accounts(browser)).containsOnly("401");
    }

    @Test
    void aHintOfAnotherSignInOrAForgedOneOnlyAsks() {
        ProgramClient browser = signedInEverywhere(program.users().fan());
        String anothers = new OidcClient(program, "tube")
                .identityToken(signedIn(program.users().fan()));
        String own = new OidcClient(program, "tube").identityToken(browser);
        String[] parts = own.split("\\.", -1);
        for (String hint : List.of(
                anothers,
                parts[0] + "." + parts[1] + "." + anothers.split("\\.", -1)[2],
                "eyJhbGciOiJub25lIn0." + parts[1] + ".",
                "rubbish")) {
            assertThat(ask(browser, "GET", Map.of("id_token_hint", hint))
                            .expect(200)
                            .body())
                    .contains("Yes, sign me out");
        }
        assertThat(accounts(browser)).doesNotContain("401");
    }

    @Test
    void leadsNowhereThatIsNotRegisteredToTheLetter() {
        ProgramClient browser = signedInEverywhere(program.users().fan());
        String hint = new OidcClient(program, "tube").identityToken(browser);
        for (String address :
                List.of("http://evil.localhost/", tube + "wallet", tube.replace("tube.", "elite."), tube + "?x")) {
            refused(browser, Map.of("id_token_hint", hint, "post_logout_redirect_uri", address));
        }
        refused(browser, Map.of("post_logout_redirect_uri", tube));
        refused(browser, Map.of("id_token_hint", hint, "client_id", "elite"));
        refused(browser, Map.of("id_token_hint", hint, "client_id", "nobody"));
        assertThat(accounts(browser)).doesNotContain("401");
    }

    @Test
    void signingOutAtAnyBrandReachesTheSignInHostAndAllOthersAtOnce() {
        String creator = "/creators/" + program.users().creator().id();
        for (String brand : List.of("tube", "meet")) {
            ProgramClient browser = signedInEverywhere(program.users().fan());
            Map<String, String> form = browser.get(brand, creator).hiddenFields(creator + "/tips");
            assertThat(browser.submit(brand, "/sign-out", form).expect(200).brand())
                    .isEqualTo(brand);
            assertThat(accounts(browser)).containsOnly("401");
        }
    }

    private static void refused(ProgramClient browser, Map<String, String> fields) {
        ask(browser, "GET", fields).expectProblem(400, "sign-out-refused");
    }

    private static HttpAnswer ask(ProgramClient browser, String method, Map<String, String> fields) {
        String query = OidcClient.query(new HashMap<>(fields));
        return method.equals("GET")
                ? browser.send("GET", "auth", "/connect/logout?" + query, null, null)
                : browser.send("POST", "auth", "/connect/logout", FORM, query);
    }

    private ProgramClient signedIn(SignedInUser fan) {
        ProgramClient browser = program.client();
        browser.submitForm(
                browser.get("auth", "/sign-in"), "/sign-in", Map.of("email", fan.email(), "password", fan.password()));
        return browser;
    }

    private ProgramClient signedInEverywhere(SignedInUser fan) {
        ProgramClient browser = signedIn(fan);
        for (String brand : List.of("tube", "elite", "spicy", "meet")) {
            browser.get(brand, "/oauth2/authorization/" + brand).expect(200);
        }
        assertThat(accounts(browser)).containsOnly(fan.id());
        return browser;
    }

    /** Who is signed in, host by host. */
    private static List<String> accounts(ProgramClient browser) {
        return List.of("auth", "tube", "elite", "spicy", "meet").stream()
                .map(brand -> browser.send("GET", brand, "/api/v1/sessions/current", null, null))
                .map(answer -> answer.status() == 200 ? answer.text("account") : String.valueOf(answer.status()))
                .toList();
    }
}
