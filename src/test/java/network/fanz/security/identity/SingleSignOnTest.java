package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.walkthrough.Answer;
import network.fanz.walkthrough.Person;
import network.fanz.walkthrough.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class SingleSignOnTest {
    private final RunningFanz program = RunningFanz.shared();

    @Test
    void oneSignInIsGoodForAllBrandsAndSignOutReachesAll() {
        Person fan = program.people().fan();
        Visitor browser = program.visitor();
        Answer page = browser.get("tube", "/oauth2/authorization/tube").expect(200);
        assertThat(page.brand()).isEqualTo("auth");
        assertThat(page.path()).startsWith("/sign-in");
        signIn(browser, page, fan);
        assertThat(account(browser, "tube")).isEqualTo(fan.id());
        assertThat(account(browser, "elite")).isEqualTo("401");
        browser.get("elite", "/oauth2/authorization/elite").expect(200);
        assertThat(account(browser, "elite")).isEqualTo(fan.id());
        Answer home = browser.get("auth", "/account");
        browser.fill(home, "/sign-out", Map.of());
        assertThat(account(browser, "tube")).isEqualTo("401");
        assertThat(account(browser, "elite")).isEqualTo("401");
        assertThat(account(browser, "auth")).isEqualTo("401");
    }

    @Test
    void sessionCookiesBelongToOneHostAndNoScript() {
        Visitor browser = program.visitor();
        Answer page = browser.raw("GET", "auth", "/sign-in", null, null);
        assertThat(page.header("Set-Cookie"))
                .contains("fanz_session=", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void fanzDashWantsTwoFactors() {
        Person staff = program.people().staff(Role.FINANCE);
        Visitor browser = program.visitor();
        Answer page = browser.get("dash", "/oauth2/authorization/dash").expect(200);
        Answer factor = signIn(browser, page, staff);
        assertThat(factor.path()).isEqualTo("/sign-in/factor");
        assertThat(account(browser, "dash")).isEqualTo("401");
        browser.fill(factor, "/sign-in/factor", Map.of("code", staff.totp().next()));
        assertThat(account(browser, "dash")).isEqualTo(staff.id());
    }

    @Test
    void refusesAChangeThatNoPageOfOursAskedFor() {
        Person fan = program.people().fan();
        Visitor browser = program.visitor();
        signIn(browser, browser.get("auth", "/sign-in"), fan);
        browser.raw("POST", "auth", "/sign-out", "application/x-www-form-urlencoded", "")
                .expect(403);
        browser.raw("DELETE", "auth", "/api/v1/sessions/current", null, null).expect(403);
        assertThat(account(browser, "auth")).isEqualTo(fan.id());
    }

    @Test
    void signingInChangesTheCookie() {
        Person fan = program.people().fan();
        Visitor browser = program.visitor();
        Answer page = browser.get("auth", "/sign-in");
        String before = browser.cookies("auth").get("fanz_session");
        signIn(browser, page, fan);
        String after = browser.cookies("auth").get("fanz_session");
        assertThat(after).isNotNull().isNotEqualTo(before);
        browser.cookie("auth", "fanz_session", before);
        assertThat(account(browser, "auth")).isEqualTo("401");
    }

    @Test
    void takesACodeAndItsStateOnceAndOnlyInItsBrowser() {
        Person fan = program.people().fan();
        Visitor browser = program.visitor();
        signIn(browser, browser.get("auth", "/sign-in"), fan);
        Answer away = browser.raw("GET", "tube", "/oauth2/authorization/tube", null, null)
                .expect(302);
        String authorize = away.header("Location").replaceFirst("^http://[^/]+", "");
        assertThat(authorize).contains("code_challenge=", "code_challenge_method=S256", "nonce=");
        Answer back = browser.raw("GET", "auth", authorize, null, null).expect(302);
        String callback = back.header("Location").replaceFirst("^http://[^/]+", "");
        program.visitor().raw("GET", "tube", callback, null, null).expect(400);
        browser.raw("GET", "tube", callback, null, null).expect(302);
        browser.raw("GET", "tube", callback, null, null).expect(400);
        assertThat(account(browser, "tube")).isEqualTo(fan.id());
    }

    @Test
    void anyNodeServesAnyStep() {
        Person fan = program.people().fan();
        try (RunningFanz other = program.another("--fanz.identity.public-port=" + program.port())) {
            Visitor here = program.visitor();
            signIn(here, here.get("auth", "/sign-in"), fan);
            String authorize = path(here.raw("GET", "tube", "/oauth2/authorization/tube", null, null));
            Visitor there = here.at(other.place());
            String callback = path(there.raw("GET", "auth", authorize, null, null));
            here.raw("GET", "tube", callback, null, null).expect(302);
            assertThat(account(here, "tube")).isEqualTo(fan.id());
            assertThat(account(here.at(other.place()), "tube")).isEqualTo(fan.id());
        }
    }

    private static String path(Answer answer) {
        return answer.expect(302).header("Location").replaceFirst("^http://[^/]+", "");
    }

    private static Answer signIn(Visitor browser, Answer page, Person person) {
        return browser.fill(page, "/sign-in", Map.of("email", person.email(), "password", person.password()));
    }

    private static String account(Visitor browser, String brand) {
        Answer answer = browser.raw("GET", brand, "/api/v1/sessions/current", null, null);
        return answer.status() == 200 ? answer.text("account") : String.valueOf(answer.status());
    }
}
