package network.fanz.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import network.fanz.common.Brand;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import network.fanz.web.asset.StaticAssets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The frame of the pages, as a browser gets it. */
@Tag("database")
class LayoutTest {
    private final ProgramClient client = RunningFanz.shared().client().withHeader("Accept", "text/html");

    @Test
    void theHostDecidesTheBrand() {
        for (Brand brand : Brand.fronts().stream().filter(Brand::forFans).toList()) {
            assertThat(client.get(brand.label(), "/").expect(200).body())
                    .contains("data-brand=\"" + brand.label() + "\"");
        }
    }

    @Test
    void aPageOfOneBrandDoesNotExistOnAnother() {
        client.get("auth", "/age").expect(404);
    }

    @Test
    void anUnknownHostShowsWhereTheSitesAre() {
        assertThat(client.get("api", "/").expect(200).body()).contains("//tube.fanz.localhost:");
    }

    @Test
    void thePathNamesTheBrandWhereHostNamesDoNotReachIt() {
        HttpAnswer page = client.get("api", "/@tube/").expect(200);
        assertThat(page.body()).contains("data-brand=\"tube\"").contains("href=\"/@tube/age\"");
    }

    @Test
    void thePathNeverLeadsToFanzDash() {
        client.get("api", "/@dash/").expect(404);
    }

    @Test
    void nothingInlineAndNobodysFrame() {
        assertThat(client.get("tube", "/").header("Content-Security-Policy"))
                .contains("script-src 'self'; style-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void assetsHaveTheAddressOfTheirContentAndAreKept() {
        assertThat(client.get("tube", StaticAssets.url("tube.css")).expect(200).header("Cache-Control"))
                .contains("max-age=31536000", "immutable");
        client.get("tube", "/assets/0000000000000000/tube.css").expect(404);
    }

    @Test
    void everyPlaceOffersHelpAndSaysWhatItKeeps() {
        for (String brand : new String[] {"tube", "dash", "auth"}) {
            assertThat(client.get(brand, "/help").expect(200).body())
                    .contains("has named no contact", "href=\"/privacy\"")
                    .doesNotContain(">Terms<");
        }
    }

    @Test
    void thePageOnPrivacyNamesEveryCookie() {
        ProgramClient browser = RunningFanz.shared().client();
        HttpAnswer form = browser.get("auth", "/sign-in");
        browser.get("auth", "/scheme/dark?back=/sign-in");
        browser.get("auth", "/times/utc?back=/sign-in");
        browser.cookie("auth", "fanz_zone", "Europe/Berlin");
        browser.send(
                "POST",
                "auth",
                "/sign-out",
                "application/x-www-form-urlencoded",
                "_csrf=" + URLEncoder.encode(form.hiddenFields("/sign-in").get("_csrf"), StandardCharsets.UTF_8));
        SignedInUser fan = RunningFanz.shared().users().fan();
        browser.cookie("api", "fanz_scheme", "dark");
        browser.api("POST", "/api/v1/sessions", Map.of("email", fan.email(), "password", fan.password()))
                .expect(201);
        String page = client.get("auth", "/privacy").expect(200).body();
        assertThat(browser.cookies("auth")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(browser.cookies("api")).containsKey("fanz_device");
        assertThat(Stream.of("auth", "api").flatMap(host -> browser.cookies(host).keySet().stream()))
                .allSatisfy(cookie -> assertThat(page).contains("<code>" + cookie + "</code>"));
    }

    @Test
    void theOperatorsContactAndTermsStandWhereTheyAreSet() {
        try (RunningFanz own = RunningFanz.start(
                "--fanz.web.contact=help@example.org",
                "--fanz.web.terms=https://example.org/terms",
                "--fanz.web.form-targets=https://pay.example")) {
            assertThat(own.client().get("tube", "/help").expect(200).body())
                    .contains("href=\"mailto:help@example.org\"", "href=\"https://example.org/terms\"");
            for (Brand brand : Brand.values()) {
                assertThat(own.client()
                                .get(brand.label(), "/privacy")
                                .expect(200)
                                .body())
                        .as(brand.title())
                        .contains("<a href=\"mailto:help@example.org\">Contact</a>");
            }
            assertThat(own.client().get("tube", "/").header("Content-Security-Policy"))
                    .matches(".*form-action [^;]* https://pay\\.example");
        }
    }

    @Test
    void everyBrandFollowsTheDeviceUntilTheReaderChooses() {
        for (Brand brand : Brand.values()) {
            String css = client.get(brand.label(), StaticAssets.url(brand.label() + ".css"))
                    .expect(200)
                    .body();
            assertThat(css).as(brand.title()).contains("color-scheme: light dark");
            assertThat(Pattern.compile("\\[data-brand[^{]*\\{[^}]*color-scheme:")
                            .matcher(css)
                            .find())
                    .as(brand.title())
                    .isFalse();
        }
    }

    @Test
    void theChoiceOfSchemeIsRenderedByTheServer() {
        client.get("meet", "/scheme/dark?back=/").expect(200);
        assertThat(client.get("meet", "/").body()).contains("data-scheme=\"dark\"");
    }
}
