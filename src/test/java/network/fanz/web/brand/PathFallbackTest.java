package network.fanz.web.brand;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import network.fanz.security.identity.access.PublicHosts;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** On a machine whose browser does not find the brands' hosts, the path names the brand: one host, one cookie, one sign-in. */
@Tag("database")
class PathFallbackTest {
    private final RunningFanz program = RunningFanz.shared();

    @Test
    void signsInAndComesBackToThePageThatWasWanted() {
        SignedInUser fan = program.users().fan();
        ProgramClient browser = program.client();
        HttpAnswer page = browser.get("api", "/@tube/wallet").expect(200);
        assertThat(page.path()).isEqualTo("/@auth/sign-in");
        HttpAnswer wallet = signIn(browser, page, fan);
        assertThat(wallet.expect(200).path()).isEqualTo("/@tube/wallet");
        assertThat(wallet.body()).contains("data-brand=\"tube\"");
        assertThat(browser.get("api", "/@elite/wallet").expect(200).path()).isEqualTo("/@elite/wallet");
    }

    @Test
    void withoutAPageInMindSignInLeadsToTheAccountAndSignOutAway() {
        SignedInUser fan = program.users().fan();
        ProgramClient browser = program.client();
        HttpAnswer home = signIn(browser, browser.get("api", "/@auth/sign-in"), fan);
        assertThat(home.expect(200).path()).isEqualTo("/@auth/account");
        assertThat(home.body()).doesNotContain("href=\"/account").doesNotContain("action=\"/sign-out");
        Map<String, String> form = home.hiddenFields("/@auth/sign-out");
        assertThat(browser.submit("api", "/@auth/sign-out", form).expect(200).path())
                .isEqualTo("/@auth/sign-in");
        assertThat(browser.get("api", "/@tube/wallet").path()).isEqualTo("/@auth/sign-in");
    }

    @Test
    void asksForTheSecondFactorUnderTheSamePath() {
        SignedInUser creator = program.users().creator();
        ProgramClient browser = program.client();
        HttpAnswer factor = signIn(browser, browser.get("api", "/@spicy/wallet"), creator);
        assertThat(factor.expect(200).path()).isEqualTo("/@auth/sign-in/factor");
        assertThat(browser.get("api", "/@spicy/wallet").path()).isEqualTo("/@auth/sign-in/factor");
        HttpAnswer wallet = browser.submit(
                "api",
                "/@auth/sign-in/factor",
                with(
                        factor.hiddenFields("/@auth/sign-in/factor"),
                        "code",
                        creator.totp().next()));
        assertThat(wallet.expect(200).path()).isEqualTo("/@spicy/wallet");
    }

    @Test
    void neverLeadsToFanzDashWhoeverAsks() {
        SignedInUser administrator = program.users().administrator();
        ProgramClient browser = program.client();
        browser.withToken(administrator.client().token());
        for (String path :
                List.of("/@dash/", "/@dash/users", "/@dash/finance/journal", "/@DASH/", "/@auth/../@dash/")) {
            assertThat(browser.get("api", path).status()).as(path).isIn(400, 404);
        }
    }

    @Test
    void outsideTheProfileLocalThePathNamesNoBrand() throws ServletException, IOException {
        PublicHosts hosts = new PublicHosts("fanz.localhost", "https", () -> 443);
        assertThat(marked(new BrandFilter(hosts, true), "/@tube/wallet")).isEqualTo("/@tube");
        assertThat(marked(new BrandFilter(hosts, true), "/@dash/users")).isNull();
        assertThat(marked(new BrandFilter(hosts, false), "/@tube/wallet")).isNull();
    }

    private static String marked(BrandFilter filter, String path) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setServerName("127.0.0.1");
        filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        BrandSite site = BrandSite.of(request);
        return site == null ? null : site.base();
    }

    private static HttpAnswer signIn(ProgramClient browser, HttpAnswer page, SignedInUser user) {
        Map<String, String> form = with(page.hiddenFields("/@auth/sign-in"), "email", user.email());
        return browser.submit("api", "/@auth/sign-in", with(form, "password", user.password()));
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        form.put(field, value);
        return form;
    }
}
