package network.fanz.web.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import network.fanz.common.Brand;
import org.junit.jupiter.api.Test;

/** A brand's logo and icon, also of one for which nobody has drawn any. */
class BrandMarksTest {
    private static final String SPRITE = """
            <svg xmlns="http://www.w3.org/2000/svg">
            <symbol id="logo-auth" viewBox="0 0 24 24"><path d="M1 1"/></symbol>
            <symbol id="logo-tube" viewBox="0 0 24 24"><path d="M2 2"/></symbol>
            </svg>
            """;

    private final BrandMarks marks = new BrandMarks(SPRITE.getBytes(UTF_8));

    @Test
    void aBrandWithoutALogoShowsTheSignInHosts() {
        assertThat(new String(marks.sprite(), UTF_8))
                .contains("id=\"logo-tube\" viewBox=\"0 0 24 24\"><path d=\"M2 2\"/>")
                .contains("id=\"logo-meet\" viewBox=\"0 0 24 24\"><path d=\"M1 1\"/>");
    }

    @Test
    void everyBrandHasExactlyOneLogo() {
        for (Brand brand : Brand.values()) {
            assertThat(new String(marks.sprite(), UTF_8)).containsOnlyOnce("id=\"logo-" + brand.label() + "\"");
        }
    }

    @Test
    void theIconIsTheLogoInTheColourThatTheBrandSetsLast() {
        byte[] sheet = "--mark: #000000; --mark: #d2513d;".getBytes(UTF_8);
        assertThat(new String(marks.icon(Brand.TUBE, sheet), UTF_8))
                .contains("color=\"#d2513d\"", "<path d=\"M2 2\"/>");
    }
}
