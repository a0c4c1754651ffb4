package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import network.fanz.testing.RunningFanz;
import network.fanz.walkthrough.Answer;
import network.fanz.walkthrough.Person;
import network.fanz.walkthrough.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class SessionsOverHttpTest {
    private final RunningFanz program = RunningFanz.shared();

    @Test
    void everyProofChangesTheCookieAndTheOldOneIsRefused() {
        Person creator = program.people().creator();
        Visitor browser = program.visitor();
        Answer page = browser.get("auth", "/sign-in");
        String visitor = cookie(browser);
        Answer factor = signIn(browser, page, creator);
        String half = cookie(browser);
        browser.fill(factor, "/sign-in/factor", Map.of("code", creator.totp().next()));
        String whole = cookie(browser);
        Answer confirm = browser.get("auth", "/account/confirm");
        browser.fill(confirm, "/account/confirm", Map.of("password", creator.password()));
        String again = cookie(browser);
        assertThat(List.of(visitor, half, whole, again)).doesNotHaveDuplicates();
        for (String old : List.of(visitor, half, whole)) {
            assertThat(status(program.visitor(), old)).isEqualTo(401);
        }
        assertThat(status(program.visitor(), again)).isEqualTo(200);
    }

    @Test
    void aTokenThatWasPlantedBeforeSignInIsNotTheOneAfterIt() {
        Visitor attacker = program.visitor();
        attacker.get("auth", "/sign-in");
        String planted = cookie(attacker);
        Visitor victim = program.visitor();
        victim.cookie("auth", "fanz_session", planted);
        signIn(victim, victim.get("auth", "/sign-in"), program.people().fan());
        assertThat(status(victim, cookie(victim))).isEqualTo(200);
        assertThat(status(attacker, planted)).isEqualTo(401);
    }

    @Test
    void endsAllOtherSessionsAtOnceOverTheApiAndOnThePage() {
        Person fan = program.people().fan();
        Visitor browser = signedIn(fan);
        Visitor second = program.people().signIn(fan);
        fan.visitor().api("DELETE", "/api/v1/sessions").expect(204);
        fan.visitor().api("GET", "/api/v1/sessions/current").expect(200);
        assertThat(status(browser, cookie(browser))).isEqualTo(401);
        second.api("GET", "/api/v1/sessions/current").expect(401);

        Visitor newBrowser = signedIn(fan);
        Answer page = newBrowser.get("auth", "/account/sessions").expect(200);
        newBrowser.fill(page, "/account/sessions/others/end", Map.of());
        fan.visitor().api("GET", "/api/v1/sessions/current").expect(401);
        assertThat(status(newBrowser, cookie(newBrowser))).isEqualTo(200);
    }

    @Test
    void whatEndsASessionIsWrittenDown() {
        Person fan = program.people().fan();
        Visitor second = program.people().signIn(fan);
        fan.visitor().api("DELETE", "/api/v1/sessions").expect(204);
        second.api("GET", "/api/v1/sessions/current").expect(401);
        fan.visitor().api("DELETE", "/api/v1/sessions/current").expect(204);
        await().untilAsserted(() -> assertThat(
                        JdbcClient.create(program.database().asOwner())
                                .sql("select name from audit.entry where subject = :subject order by seq")
                                .param("subject", "account:" + fan.id())
                                .query(String.class)
                                .list())
                .contains("identity.revoke_other_sessions", "identity.sign_out"));
    }

    private Visitor signedIn(Person person) {
        Visitor browser = program.visitor();
        signIn(browser, browser.get("auth", "/sign-in"), person);
        return browser;
    }

    private static Answer signIn(Visitor browser, Answer page, Person person) {
        return browser.fill(page, "/sign-in", Map.of("email", person.email(), "password", person.password()));
    }

    private static String cookie(Visitor browser) {
        return browser.cookies("auth").get("fanz_session");
    }

    private static int status(Visitor browser, String token) {
        browser.cookie("auth", "fanz_session", token);
        return browser.raw("GET", "auth", "/api/v1/sessions/current", null, null)
                .status();
    }
}
