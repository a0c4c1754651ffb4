package network.fanz.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.time.Clock;
import java.util.List;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.security.monitoring.Monitoring;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.SecurityEventCategory;
import network.fanz.security.monitoring.SecurityEventSource;
import network.fanz.security.monitoring.Severity;
import network.fanz.testing.Chromium;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A list longer than a page goes on where it is, and the reader stays where they are. */
@Tag("browser")
class LongListTest {
    private static final int EVENTS = 120;
    private static final String ROWS = "#event-rows > tr";

    @Test
    void showsMoreUnderWhatIsThere() {
        RunningFanz fanz = RunningFanz.shared();
        SignedInUser analyst = fanz.users().staff(Role.ANALYST);
        for (int number = 0; number < EVENTS; number++) {
            AccountId account = AccountId.of(analyst.id());
            fanz.bean(Monitoring.class).ingestSecurityEvent(event(number).about(account), account);
        }
        try (BrowserContext context = Chromium.context("dash.fanz.localhost", "light")) {
            context.addCookies(
                    List.of(new Cookie("fanz_session", analyst.client().token())
                            .setDomain("dash.fanz.localhost")
                            .setPath("/")));
            Page page = context.newPage();
            page.navigate("http://dash.fanz.localhost:" + fanz.port() + "/security/events?source=external_feed&user="
                    + analyst.id());
            String address = page.url();
            assertThat(page.locator(ROWS).count()).isEqualTo(50);
            page.focus("#more");
            page.keyboard().press("Enter");
            waitForRows(page, 100);
            assertThat(page.url()).isEqualTo(address);
            PlaywrightAssertions.assertThat(page.locator("#more")).isFocused();
            page.click("#more");
            waitForRows(page, EVENTS);
            assertThat(page.locator("#more").count()).isZero();
        }
    }

    /** By its last row: a condition in words of script would be evaluated in the page, which its policy forbids. */
    private static void waitForRows(Page page, int count) {
        page.locator(ROWS).nth(count - 1).waitFor();
        assertThat(page.locator(ROWS).count()).isEqualTo(count);
    }

    private static NewSecurityEvent event(int number) {
        return NewSecurityEvent.of(
                SecurityEventSource.EXTERNAL_FEED,
                SecurityEventCategory.SYSTEM,
                Severity.INFO,
                "Row " + number,
                "One of many",
                Clock.systemUTC().instant());
    }
}
