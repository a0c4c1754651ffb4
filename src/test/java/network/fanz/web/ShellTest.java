package network.fanz.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import network.fanz.testing.RunningFanz;
import network.fanz.walkthrough.Answer;
import network.fanz.walkthrough.Visitor;
import network.fanz.web.asset.Assets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The frame of the pages, as a browser gets it. */
@Tag("database")
class ShellTest {
    private final Visitor visitor = RunningFanz.shared().visitor().withHeader("Accept", "text/html");

    @Test
    void theHostDecidesTheBrand() {
        for (String brand : new String[] {"tube", "elite", "spicy", "meet"}) {
            assertThat(visitor.get(brand, "/").expect(200).body()).contains("data-brand=\"" + brand + "\"");
        }
    }

    @Test
    void aPageOfOneBrandDoesNotExistOnAnother() {
        visitor.get("auth", "/age").expect(404);
    }

    @Test
    void anUnknownHostShowsWhereThePlacesAre() {
        assertThat(visitor.get("api", "/").expect(200).body()).contains("//tube.fanz.localhost:");
    }

    @Test
    void thePathNamesTheBrandWhereHostNamesDoNotReachIt() {
        Answer page = visitor.get("api", "/@tube/").expect(200);
        assertThat(page.body()).contains("data-brand=\"tube\"").contains("href=\"/@tube/age\"");
    }

    @Test
    void thePathNeverLeadsToFanzDash() {
        visitor.get("api", "/@dash/").expect(404);
    }

    @Test
    void nothingInlineAndNobodysFrame() {
        assertThat(visitor.get("tube", "/").header("Content-Security-Policy"))
                .contains("script-src 'self'; style-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void assetsHaveTheAddressOfTheirContentAndAreKept() {
        assertThat(visitor.get("tube", Assets.url("tube.css")).expect(200).header("Cache-Control"))
                .contains("max-age=31536000", "immutable");
        visitor.get("tube", "/assets/0000000000000000/tube.css").expect(404);
    }

    @Test
    void everyPlaceOffersHelpAndSaysWhatItKeeps() {
        for (String brand : new String[] {"tube", "dash", "auth"}) {
            assertThat(visitor.get(brand, "/help").expect(200).body())
                    .contains("has named no contact", "href=\"/privacy\"")
                    .doesNotContain(">Terms<");
        }
    }

    @Test
    void thePageOnPrivacyNamesEveryCookie() {
        Visitor browser = RunningFanz.shared().visitor();
        Answer form = browser.get("auth", "/sign-in");
        browser.get("auth", "/scheme/dark?back=/sign-in");
        browser.raw(
                "POST",
                "auth",
                "/sign-out",
                "application/x-www-form-urlencoded",
                "_csrf=" + URLEncoder.encode(form.hiddenFields("/sign-in").get("_csrf"), StandardCharsets.UTF_8));
        String page = visitor.get("auth", "/privacy").expect(200).body();
        assertThat(browser.cookies("auth")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(browser.cookies("auth").keySet())
                .allSatisfy(cookie -> assertThat(page).contains("<code>" + cookie + "</code>"));
    }

    @Test
    void theOperatorsContactAndTermsStandWhereTheyAreSet() {
        try (RunningFanz own = RunningFanz.start(
                "--fanz.web.contact=help@example.org",
                "--fanz.web.terms=https://example.org/terms",
                "--fanz.web.form-targets=https://pay.example")) {
            assertThat(own.visitor().get("tube", "/help").expect(200).body())
                    .contains("href=\"mailto:help@example.org\"", "href=\"https://example.org/terms\"");
            assertThat(own.visitor().get("tube", "/").header("Content-Security-Policy"))
                    .matches(".*form-action [^;]* https://pay\\.example");
        }
    }

    @Test
    void theChoiceOfSchemeIsRenderedByTheServer() {
        visitor.get("meet", "/scheme/dark?back=/").expect(200);
        assertThat(visitor.get("meet", "/").body()).contains("data-scheme=\"dark\"");
    }
}
