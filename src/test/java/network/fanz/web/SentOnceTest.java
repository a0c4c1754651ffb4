package network.fanz.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import network.fanz.testing.Chromium;
import network.fanz.testing.RunningFanz;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A form whose answer is slow says that it works, and is not sent again. */
@Tag("browser")
class SentOnceTest {
    private static final String HOST = "auth.fanz.localhost";

    @Test
    void aSecondClickOnAButtonDoesNothing() {
        try (BrowserContext context = Chromium.context(HOST, "light")) {
            Page page = context.newPage();
            AtomicInteger sent = new AtomicInteger();
            page.navigate("http://" + HOST + ":" + RunningFanz.shared().port() + "/sign-in");
            // No content: the browser stays where it is, as while an answer is awaited.
            page.route("**/sign-in", route -> {
                sent.incrementAndGet();
                route.fulfill(new Route.FulfillOptions().setStatus(204));
            });
            page.fill("[name=email]", "nobody@example.org");
            page.fill("[name=password]", "not the right sentence");
            Locator button = page.locator("form:has([name=password]) button[type=submit]");
            button.evaluate("button => button.click()");
            assertThat(button).hasText("Working…");
            assertThat(button).isDisabled();
            page.press("[name=password]", "Enter");
            button.evaluate("button => button.form.requestSubmit()");
            Assertions.assertThat(sent).hasValue(1);
        }
    }
}
