package network.fanz.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import network.fanz.testing.Chromium;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.SignedInUser;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A fan without a mouse: signs in, tips, pays and finds it in the wallet, and always sees where the keys go. */
@Tag("browser")
class KeyboardTest {
    private static final String HOST = "tube.fanz.localhost";
    private static final int TABS_MAX = 60;

    /** Whether the element that has the focus, or the whole of which it is the control, is outlined and in view. */
    private static final String VISIBLE = """
            () => {
              const on = document.activeElement;
              const drawn = [on, on.closest('.choice, .tile, .find')].filter(it => it)
                .some(it => { const style = getComputedStyle(it); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0; });
              const box = on.getBoundingClientRect();
              return drawn && box.bottom > 0 && box.top < innerHeight;
            }
            """;

    @Test
    void goesFromTheCreatorThroughSignInAndCardToTheWallet() {
        SignedInUser creator = RunningFanz.shared().users().creator();
        SignedInUser fan = RunningFanz.shared().users().fan();
        try (BrowserContext context = Chromium.context(HOST, "dark")) {
            Page page = context.newPage();
            page.navigate(at("/creators"));
            press(page, "a[href^='/sign-in?page=']");
            page.locator("#email").waitFor();

            signIn(page, fan, "not the right sentence");
            assertThat(page.locator("[role=alert]")).containsText("is not right");
            assertThat(page.locator("[role=alert]")).isFocused();
            signIn(page, fan, fan.password());
            page.locator("[data-brand=tube] [aria-label='Your account']").waitFor();

            page.navigate(at("/creators/" + creator.id()));
            tip(page, "much");
            assertThat(page.locator("#amount[aria-invalid=true]")).isFocused();
            tip(page, "7.50");
            page.locator("#number").waitFor();

            to(page, "#number");
            page.keyboard().type(TestShop.PAYS);
            page.keyboard().press("Enter");
            page.getByText("Paid.").waitFor();
            press(page, ".row > a[href='/wallet']");
            assertThat(page.locator("main")).containsText("Your payments");
            assertThat(page.locator("main")).containsText("7.50");
        }
    }

    private static void signIn(Page page, SignedInUser fan, String password) {
        type(page, "#email", fan.email());
        type(page, "#password", password);
        page.keyboard().press("Enter");
    }

    private static void tip(Page page, String amount) {
        type(page, "#amount", amount);
        page.keyboard().press("Enter");
    }

    /** Over what stands there. */
    private static void type(Page page, String field, String text) {
        if (!has(page, field)) {
            to(page, field);
        }
        page.keyboard().press("Control+a");
        page.keyboard().type(text);
    }

    private static void press(Page page, String target) {
        to(page, target);
        page.keyboard().press("Enter");
    }

    private static void to(Page page, String target) {
        for (int tab = 0; tab < TABS_MAX && !has(page, target); tab++) {
            page.keyboard().press("Tab");
            Assertions.assertThat((Boolean) page.evaluate(VISIBLE))
                    .as("the focus shows on %s", page.evaluate("document.activeElement.outerHTML"))
                    .isTrue();
        }
        Assertions.assertThat(has(page, target))
                .as("the Tab key reaches %s", target)
                .isTrue();
    }

    private static boolean has(Page page, String selector) {
        return (Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }

    private static String at(String path) {
        return "http://" + HOST + ":" + RunningFanz.shared().port() + path;
    }
}
