package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class SessionsOverHttpTest {
    private final RunningFanz program = RunningFanz.shared();

    @Test
    void everyProofChangesTheCookieAndTheOldOneIsRefused() {
        SignedInUser creator = program.users().creator();
        ProgramClient browser = program.client();
        HttpAnswer page = browser.get("auth", "/sign-in");
        String visitor = cookie(browser);
        HttpAnswer factor = signIn(browser, page, creator);
        String half = cookie(browser);
        browser.submitForm(
                factor, "/sign-in/factor", Map.of("code", creator.totp().next()));
        String whole = cookie(browser);
        HttpAnswer confirm = browser.get("auth", "/account/confirm");
        browser.submitForm(confirm, "/account/confirm", Map.of("password", creator.password()));
        String again = cookie(browser);
        assertThat(List.of(visitor, half, whole, again)).doesNotHaveDuplicates();
        for (String old : List.of(visitor, half, whole)) {
            assertThat(status(program.client(), old)).isEqualTo(401);
        }
        assertThat(status(program.client(), again)).isEqualTo(200);
    }

    @Test
    void aTokenThatWasPlantedBeforeSignInIsNotTheOneAfterIt() {
        ProgramClient attacker = program.client();
        attacker.get("auth", "/sign-in");
        String planted = cookie(attacker);
        ProgramClient victim = program.client();
        victim.cookie("auth", "fanz_session", planted);
        signIn(victim, victim.get("auth", "/sign-in"), program.users().fan());
        assertThat(status(victim, cookie(victim))).isEqualTo(200);
        assertThat(status(attacker, planted)).isEqualTo(401);
    }

    @Test
    void aDoubleClickOnSignInEndsSignedIn() throws Exception {
        SignedInUser creator = program.users().creator();
        ProgramClient browser = program.client();
        HttpAnswer page = browser.get("auth", "/sign-in");
        String visitor = cookie(browser);
        signIn(browser, page, creator);
        // The browser drops the answer to the first click, its cookie included.
        browser.cookie("auth", "fanz_session", visitor);
        HttpAnswer factor = signIn(browser, page, creator);
        assertThat(factor.path()).isEqualTo("/sign-in/factor");
        Map<String, String> code = Map.of("code", creator.totp().next());
        ProgramClient second = program.client();
        second.cookie("auth", "fanz_session", cookie(browser));
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(2)) {
            threads.invokeAll(List.of(
                    () -> browser.submitForm(factor, "/sign-in/factor", code),
                    () -> second.submitForm(factor, "/sign-in/factor", code)));
        }
        assertThat(List.of(status(browser, cookie(browser)), status(second, cookie(second))))
                .contains(200);
    }

    @Test
    void aFormThatSomebodyElseSawSignsThemInNowhere() {
        ProgramClient attacker = program.client();
        HttpAnswer theirs = attacker.get("auth", "/sign-in");
        String planted = cookie(attacker);
        ProgramClient victim = program.client();
        victim.cookie("auth", "fanz_session", planted);
        SignedInUser fan = program.users().fan();
        signIn(victim, victim.get("auth", "/sign-in"), fan);
        attacker.cookie("auth", "fanz_session", planted);
        attacker.submit("auth", "/sign-in", theirs.hiddenFields("/sign-in")).expect(403);
        assertThat(status(victim, cookie(victim))).isEqualTo(200);
    }

    @Test
    void theTokenAgainstForgedRequestsEndsWithTheSignIn() {
        ProgramClient browser = program.client();
        HttpAnswer page = browser.get("auth", "/sign-in");
        signIn(browser, page, program.users().fan());
        String path = "/account/sessions/others/end";
        Map<String, String> fields = new java.util.HashMap<>(page.hiddenFields("/sign-in"));
        browser.submit("auth", path, fields).expect(403);
        browser.submitForm(browser.get("auth", "/account/sessions"), path, Map.of())
                .expect(200);
    }

    @Test
    void endsAllOtherSessionsAtOnceOverTheApiAndOnThePage() {
        SignedInUser fan = program.users().fan();
        ProgramClient browser = signedIn(fan);
        ProgramClient second = program.users().signIn(fan);
        fan.client().api("DELETE", "/api/v1/sessions").expect(204);
        fan.client().api("GET", "/api/v1/sessions/current").expect(200);
        assertThat(status(browser, cookie(browser))).isEqualTo(401);
        second.api("GET", "/api/v1/sessions/current").expect(401);

        ProgramClient newBrowser = signedIn(fan);
        HttpAnswer page = newBrowser.get("auth", "/account/sessions").expect(200);
        newBrowser.submitForm(page, "/account/sessions/others/end", Map.of());
        fan.client().api("GET", "/api/v1/sessions/current").expect(401);
        assertThat(status(newBrowser, cookie(newBrowser))).isEqualTo(200);
    }

    @Test
    void whatEndsASessionIsWrittenDown() {
        SignedInUser fan = program.users().fan();
        ProgramClient second = program.users().signIn(fan);
        fan.client().api("DELETE", "/api/v1/sessions").expect(204);
        second.api("GET", "/api/v1/sessions/current").expect(401);
        fan.client().api("DELETE", "/api/v1/sessions/current").expect(204);
        await().untilAsserted(() -> assertThat(
                        JdbcClient.create(program.database().asOwner())
                                .sql("select name from audit.entry where subject = :subject order by seq")
                                .param("subject", "account:" + fan.id())
                                .query(String.class)
                                .list())
                .contains("identity.revoke_other_sessions", "identity.sign_out"));
    }

    private ProgramClient signedIn(SignedInUser user) {
        ProgramClient browser = program.client();
        signIn(browser, browser.get("auth", "/sign-in"), user);
        return browser;
    }

    private static HttpAnswer signIn(ProgramClient browser, HttpAnswer page, SignedInUser user) {
        return browser.submitForm(page, "/sign-in", Map.of("email", user.email(), "password", user.password()));
    }

    private static String cookie(ProgramClient browser) {
        return browser.cookies("auth").get("fanz_session");
    }

    private static int status(ProgramClient browser, String token) {
        browser.cookie("auth", "fanz_session", token);
        return browser.send("GET", "auth", "/api/v1/sessions/current", null, null)
                .status();
    }
}
