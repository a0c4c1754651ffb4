package network.fanz.web.dash;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.Role;
import network.fanz.testing.Chromium;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestReleases;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A moderator without a mouse: takes something in hand, looks at it while a key is held, decides, and undoes it. */
@Tag("browser")
class ReviewInBrowserTest {
    private static final String HOST = "dash.fanz.localhost";
    private static final String FILTER = "() => getComputedStyle(document.querySelector('.veil')).filter";

    private final RunningFanz program = RunningFanz.shared();

    @Test
    void decidesByKeysAndLooksOnlyWhileAKeyIsHeld() {
        SignedInUser moderator = program.users().staff(Role.MODERATOR);
        UUID item = new TestReleases(program).inReview(program.users().verifiedCreator(), "Evening by the sea");
        try (BrowserContext browser = Chromium.context(HOST, "dark")) {
            Page page = opened(browser, moderator, item);
            assertThat(page.locator("[data-key=t]")).isVisible();
            page.keyboard().press("t");
            assertThat(page.locator("main")).containsText("Evening by the sea");
            looksWhileHeld(page);
            page.keyboard().press("?");
            page.locator("#keys-on").uncheck();
            page.locator("#keys-on").blur();
            page.keyboard().press("a");
            assertThat(page.locator("#decide")).isVisible();
            page.locator("#keys-on").check();
            page.locator("#keys-on").blur();
            page.keyboard().press("a");
            assertThat(page.locator("main")).containsText("Until then you can undo it");
            page.keyboard().press("u");
            assertThat(page.locator("main")).containsText("Undone. You have it in hand again.");
        }
    }

    @Test
    void playsAFilmVeiledGreyAndSilentUntilKeysSayOtherwise() {
        SignedInUser moderator = program.users().staff(Role.MODERATOR);
        UUID item = new TestReleases(program).filmInReview(program.users().verifiedCreator(), "A walk");
        moderator
                .client()
                .api("POST", "/api/v1/moderation/items/" + item + "/claim")
                .expect(200);
        try (BrowserContext browser = Chromium.context(HOST, "dark")) {
            Page page = opened(browser, moderator, item);
            assertThat(page.locator("fz-film [data-does=play]")).isVisible();
            assertThat((String) page.evaluate(FILTER)).contains("grayscale(1)", "blur(24px)");
            page.keyboard().press("k");
            page.waitForFunction("() => document.querySelector('video').currentTime > 0.3");
            assertThat((Boolean) page.evaluate("() => document.querySelector('video').muted"))
                    .isTrue();
            page.keyboard().press("k");
            page.waitForFunction("() => document.querySelector('video').paused");
            page.keyboard().down("h");
            assertThat((String) page.evaluate(FILTER)).contains("blur(0px)");
            page.keyboard().up("h");
            assertThat((String) page.evaluate(FILTER)).contains("blur(24px)");
            page.keyboard().press("g");
            page.keyboard().press("m");
            assertThat((String) page.evaluate(FILTER)).contains("grayscale(0)", "blur(24px)");
            assertThat((Boolean) page.evaluate("() => document.querySelector('video').muted"))
                    .isFalse();
            leadsFromAFrameToItsPlace(page);
        }
    }

    private static void leadsFromAFrameToItsPlace(Page page) {
        page.locator(".frames button").first().focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForFunction("() => Math.abs(document.querySelector('video').currentTime - 6 * 15 / 50) < 0.3");
        page.keyboard().press("j");
        page.waitForFunction("() => document.querySelector('video').currentTime === 0");
    }

    private Page opened(BrowserContext browser, SignedInUser moderator, UUID item) {
        browser.addCookies(List.of(new Cookie(
                        "fanz_session",
                        Objects.requireNonNull(moderator.client().token()))
                .setDomain(HOST)
                .setPath("/")
                .setHttpOnly(true)));
        Page page = browser.newPage();
        page.navigate("http://" + HOST + ":" + program.port() + "/moderation/items/" + item);
        return page;
    }

    private static void looksWhileHeld(Page page) {
        page.locator("img.veil").first().scrollIntoViewIfNeeded();
        page.waitForFunction("() => document.querySelector('.veil').naturalWidth > 0");
        assertThat((String) page.evaluate(FILTER)).contains("blur");
        page.locator("[data-reveals]").first().focus();
        page.keyboard().down(" ");
        assertThat((String) page.evaluate(FILTER)).doesNotContain("blur");
        page.keyboard().up(" ");
        assertThat((String) page.evaluate(FILTER)).contains("blur");
    }
}
