package network.fanz.web;

import static org.assertj.core.api.Assertions.assertThat;

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
    void theChoiceOfSchemeIsRenderedByTheServer() {
        visitor.get("meet", "/scheme/dark?back=/").expect(200);
        assertThat(visitor.get("meet", "/").body()).contains("data-scheme=\"dark\"");
    }
}
