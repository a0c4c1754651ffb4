package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class SingleSignOnTest {
    private final RunningFanz program = RunningFanz.shared();

    @Test
    void oneSignInIsGoodForAllBrandsAndSignOutReachesAll() {
        SignedInUser fan = program.users().fan();
        ProgramClient browser = program.client();
        HttpAnswer page = browser.get("tube", "/oauth2/authorization/tube").expect(200);
        assertThat(page.brand()).isEqualTo("auth");
        assertThat(page.path()).startsWith("/sign-in");
        signIn(browser, page, fan);
        assertThat(account(browser, "tube")).isEqualTo(fan.id());
        assertThat(account(browser, "elite")).isEqualTo("401");
        browser.get("elite", "/oauth2/authorization/elite").expect(200);
        assertThat(account(browser, "elite")).isEqualTo(fan.id());
        HttpAnswer home = browser.get("auth", "/account");
        browser.submitForm(home, "/sign-out", Map.of());
        assertThat(account(browser, "tube")).isEqualTo("401");
        assertThat(account(browser, "elite")).isEqualTo("401");
        assertThat(account(browser, "auth")).isEqualTo("401");
    }

    @Test
    void sessionCookiesBelongToOneHostAndNoScript() {
        ProgramClient browser = program.client();
        HttpAnswer page = browser.send("GET", "auth", "/sign-in", null, null);
        assertThat(page.header("Set-Cookie"))
                .contains("fanz_session=", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void fanzDashWantsTwoFactors() {
        SignedInUser staff = program.users().staff(Role.FINANCE);
        ProgramClient browser = program.client();
        HttpAnswer page = browser.get("dash", "/oauth2/authorization/dash").expect(200);
        HttpAnswer factor = signIn(browser, page, staff);
        assertThat(factor.path()).isEqualTo("/sign-in/factor");
        assertThat(account(browser, "dash")).isEqualTo("401");
        browser.submitForm(
                factor, "/sign-in/factor", Map.of("code", staff.totp().next()));
        assertThat(account(browser, "dash")).isEqualTo(staff.id());
    }

    @Test
    void refusesAChangeThatNoPageOfOursAskedFor() {
        SignedInUser fan = program.users().fan();
        ProgramClient browser = program.client();
        signIn(browser, browser.get("auth", "/sign-in"), fan);
        browser.send("POST", "auth", "/sign-out", "application/x-www-form-urlencoded", "")
                .expect(403);
        browser.send("DELETE", "auth", "/api/v1/sessions/current", null, null).expect(403);
        assertThat(account(browser, "auth")).isEqualTo(fan.id());
    }

    @Test
    void signingInChangesTheCookie() {
        SignedInUser fan = program.users().fan();
        ProgramClient browser = program.client();
        HttpAnswer page = browser.get("auth", "/sign-in");
        String before = browser.cookies("auth").get("fanz_session");
        signIn(browser, page, fan);
        String after = browser.cookies("auth").get("fanz_session");
        assertThat(after).isNotNull().isNotEqualTo(before);
        browser.cookie("auth", "fanz_session", before);
        assertThat(account(browser, "auth")).isEqualTo("401");
    }

    @Test
    void takesACodeAndItsStateOnceAndOnlyInItsBrowser() {
        SignedInUser fan = program.users().fan();
        ProgramClient browser = program.client();
        signIn(browser, browser.get("auth", "/sign-in"), fan);
        HttpAnswer away = browser.send("GET", "tube", "/oauth2/authorization/tube", null, null)
                .expect(302);
        String authorize = away.header("Location").replaceFirst("^http://[^/]+", "");
        assertThat(authorize).contains("code_challenge=", "code_challenge_method=S256", "nonce=");
        HttpAnswer back = browser.send("GET", "auth", authorize, null, null).expect(302);
        String callback = back.header("Location").replaceFirst("^http://[^/]+", "");
        program.client().send("GET", "tube", callback, null, null).expect(400);
        browser.send("GET", "tube", callback, null, null).expect(302);
        browser.send("GET", "tube", callback, null, null).expect(400);
        assertThat(account(browser, "tube")).isEqualTo(fan.id());
    }

    @Test
    void anyNodeServesAnyStep() {
        SignedInUser fan = program.users().fan();
        try (RunningFanz other = program.another("--fanz.identity.public-port=" + program.port())) {
            ProgramClient here = program.client();
            signIn(here, here.get("auth", "/sign-in"), fan);
            String authorize = path(here.send("GET", "tube", "/oauth2/authorization/tube", null, null));
            ProgramClient there = here.forProgram(other.address());
            String callback = path(there.send("GET", "auth", authorize, null, null));
            here.send("GET", "tube", callback, null, null).expect(302);
            assertThat(account(here, "tube")).isEqualTo(fan.id());
            assertThat(account(here.forProgram(other.address()), "tube")).isEqualTo(fan.id());
        }
    }

    private static String path(HttpAnswer answer) {
        return answer.expect(302).header("Location").replaceFirst("^http://[^/]+", "");
    }

    private static HttpAnswer signIn(ProgramClient browser, HttpAnswer page, SignedInUser user) {
        return browser.submitForm(page, "/sign-in", Map.of("email", user.email(), "password", user.password()));
    }

    private static String account(ProgramClient browser, String brand) {
        HttpAnswer answer = browser.send("GET", brand, "/api/v1/sessions/current", null, null);
        return answer.status() == 200 ? answer.text("account") : String.valueOf(answer.status());
    }
}
