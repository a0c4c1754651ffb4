package network.fanz.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import network.fanz.testing.Chromium;
import network.fanz.testing.DatabaseProxy;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page that a browser gets while the database is gone. It needs a program of its own, so it is none of {@link PageCatalogue}. */
@Tag("browser")
class UnavailablePageTest {
    private static final String HOST = "tube.fanz.localhost";

    @Test
    void saysThatThePlaceIsNotAvailableAndIsFitForUse() throws Exception {
        try (DatabaseProxy databaseProxy = new DatabaseProxy(TestDatabase.port());
                RunningFanz program = RunningFanz.over(TestDatabase.fresh().through(databaseProxy))) {
            databaseProxy.cut();
            try (BrowserContext context = Chromium.context(HOST, "light")) {
                Page page = context.newPage();
                assertThat(page.navigate("http://" + HOST + ":" + program.port() + "/creators")
                                .status())
                        .isEqualTo(503);
                assertThat(page.textContent("h1")).isEqualTo("Not available right now");
                assertThat(page.textContent("main")).contains("Try again in a moment.");
                EveryPageTest.fits(page, (scheme, width) -> {});
            }
        }
    }
}
