package network.fanz.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Security events as they happen, in a browser. Its streams end every few seconds, so that all of this also holds across new ones. */
@Tag("browser")
class LiveListTest {
    private static final int FIRST = 50;
    private static final int MOST = 200;
    private static RunningFanz fanz;

    private SignedInUser analyst;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() {
        fanz = RunningFanz.start(
                "--fanz.monitoring.stream-life=4s",
                "--fanz.monitoring.stream-heartbeat=1s",
                "--fanz.monitoring.stream-pause=100ms");
    }

    @AfterAll
    static void stop() {
        fanz.close();
    }

    /** Every test watches the events about an analyst of its own. */
    @BeforeEach
    void open() {
        analyst = fanz.users().staff(Role.ANALYST);
        context = Chromium.context("dash.fanz.localhost", "light");
        context.addCookies(List.of(new Cookie("fanz_session", analyst.client().token())
                .setDomain("dash.fanz.localhost")
                .setPath("/")));
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void showsWhatHappensOnTopAndOnceAlsoAfterAConnectionWasLost() {
        happen(1, 2);
        watch();
        happen(3, 3);
        assertThat(titles().first()).hasText("Row 3");
        assertThat(state()).hasText("Connection lost, trying again");
        happen(4, 5);
        assertThat(state()).hasText("Live");
        assertThat(titles().first()).hasText("Row 5");
        assertThat(titles().allTextContents()).isEqualTo(rows(5, 1));
    }

    @Test
    void pausesAndThenShowsWhatWasMissed() {
        watch();
        happen(1, 1);
        assertThat(titles().first()).hasText("Row 1");
        page.click("fz-live button");
        assertThat(state()).hasText("Paused");
        happen(2, 3);
        page.waitForTimeout(1000);
        assertThat(titles().allTextContents()).isEqualTo(rows(1, 1));
        page.click("fz-live button");
        assertThat(titles().first()).hasText("Row 3");
        assertThat(titles().allTextContents()).isEqualTo(rows(3, 1));
    }

    @Test
    void goesOnBehindTheLastRowThatIsLeft() {
        happen(1, FIRST + 10);
        watch();
        happen(FIRST + 11, 300);
        assertThat(titles().first()).hasText("Row 300");
        assertThat(titles()).hasCount(MOST);
        assertThat(titles().last()).hasText("Row 101");
        page.click("#more");
        assertThat(titles().first()).hasText("Row 100");
    }

    @Test
    void takesNoRowAwayForWhichTheReaderHasAsked() {
        happen(1, 120);
        watch();
        page.click("#more");
        assertThat(titles()).hasCount(2 * FIRST);
        happen(121, 260);
        assertThat(titles().first()).hasText("Row 260");
        assertThat(titles().allTextContents()).isEqualTo(rows(260, 21));
    }

    @Test
    void saysThatItHasEndedWhenTheReaderIsSignedOut() {
        watch();
        analyst.client().api("DELETE", "/api/v1/sessions/current").expect(204);
        assertThat(state()).hasText("Ended: reload the page");
        assertThat(page.locator("fz-live button")).hasCount(0);
    }

    private void watch() {
        page = context.newPage();
        page.navigate("http://dash.fanz.localhost:" + fanz.port() + "/security/events?source=external_feed&user="
                + analyst.id());
        assertThat(state()).hasText(Pattern.compile("Live"));
    }

    private Locator state() {
        return page.locator("fz-live .live");
    }

    private Locator titles() {
        return page.locator("#event-rows > tr > th > a");
    }

    private static List<String> rows(int newest, int oldest) {
        return IntStream.iterate(newest, number -> number >= oldest, number -> number - 1)
                .mapToObj(number -> "Row " + number)
                .toList();
    }

    private void happen(int from, int to) {
        AccountId account = AccountId.of(analyst.id());
        for (int number = from; number <= to; number++) {
            NewSecurityEvent event = NewSecurityEvent.of(
                    SecurityEventSource.EXTERNAL_FEED,
                    SecurityEventCategory.SYSTEM,
                    Severity.INFO,
                    "Row " + number,
                    "One of many",
                    Clock.systemUTC().instant());
            fanz.bean(Monitoring.class).ingestSecurityEvent(event.about(account), account);
        }
    }
}
