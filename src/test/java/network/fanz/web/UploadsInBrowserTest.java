package network.fanz.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import network.fanz.testing.Chromium;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A creator sends real files with a real browser: pauses, goes on, loads the page anew, and takes one back. */
@Tag("browser")
class UploadsInBrowserTest {
    private static final String SHOTS = System.getProperty("shots", "");
    private static final int LENGTH = 40 * 1024 * 1024;
    private static final int BYTES_PER_SECOND = 6 * 1024 * 1024;

    private final RunningFanz program = RunningFanz.shared();
    private final BrowserContext browser = Chromium.context("tube.fanz.localhost", "light");
    private final Page page = browser.newPage();

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        SignedInUser creator = program.verifiedCreator();
        browser.addCookies(List.of(new Cookie(
                        "fanz_session", Objects.requireNonNull(creator.client().token()))
                .setDomain("tube.fanz.localhost")
                .setPath("/")
                .setHttpOnly(true)));
        page.navigate("http://tube.fanz.localhost:" + program.port() + "/studio/uploads");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aFileIsPausedGoesOnAndComesWhole() throws Exception {
        slow();
        choose(film("An evening by the sea.mp4"));
        Locator row = row();
        assertThat(row).containsText("MB/s");
        fits("running");
        row.getByText("Pause").click();
        assertThat(row).containsText("Paused");
        fits("paused");
        row.getByText("Go on").press("Enter");
        assertThat(row).containsText("MB/s");
        assertThat(row).containsText("Sent, whole");
        assertThat(page.locator("#own")).containsText("Here, whole");
        assertThat(page.locator("#own")).containsText("An evening by the sea.mp4");
        assertThat(page.locator("#own")).containsText("MP4");
        fits("whole");
    }

    @Test
    void aFileGoesOnWhereItStoppedWhenThePageIsLoadedAnew() throws Exception {
        slow();
        Path film = film("long.mp4");
        choose(film);
        page.waitForFunction("() => document.querySelector('fz-uploads progress').value > 0.45");
        page.reload();
        assertThat(page.locator("#own")).containsText("Unfinished");
        choose(film);
        page.waitForFunction("() => document.querySelector('fz-uploads progress').value > 0.2");
        assertThat(row()).containsText("Sent, whole");
        assertThat(page.locator("#own tbody tr")).hasCount(1);
        assertThat(page.locator("#own")).containsText("Here, whole");
    }

    @Test
    void whatIsOfNoKindThatIsTakenIsRefusedInWords() throws Exception {
        Path page1 = folder.resolve("film.mp4");
        Files.writeString(page1, "<html>" + "no film ".repeat(1000));
        choose(page1);
        assertThat(row()).containsText("this file is none of these: JPEG, PNG, WebP, MP4, MOV, WebM, MKV");
        assertThat(page.locator("#own")).containsText("Nothing here yet");
        fits("refused");
    }

    @Test
    void oneIsTakenBackWhileItIsSentAndOneDeletedAfterwards() throws Exception {
        slow();
        choose(film("first.mp4"));
        page.waitForFunction("() => document.querySelector('fz-uploads progress').value > 0.25");
        row().getByText("Cancel").click();
        assertThat(page.locator("fz-uploads li")).hasCount(0);
        assertThat(page.locator("#own")).containsText("Nothing here yet");
        Path small = folder.resolve("small.png");
        Files.write(small, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0});
        choose(small);
        assertThat(page.locator("#own")).containsText("small.png");
        page.locator("#own summary").click();
        page.locator("#own").getByText("Delete it").click();
        assertThat(page.locator("main")).containsText("Deleted for good.");
        assertThat(page.locator("#own")).containsText("Nothing here yet");
    }

    private Locator row() {
        return page.locator("fz-uploads li");
    }

    private void choose(Path file) {
        page.setInputFiles("#files", file);
    }

    private Path film(String name) throws IOException {
        byte[] film = new byte[LENGTH];
        new Random(1).nextBytes(film);
        byte[] start = "\0\0\0\u0018ftypisom\0\0\2\0".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(start, 0, film, 0, start.length);
        return Files.write(folder.resolve(name), film);
    }

    /** A line on which one sees what happens. */
    private void slow() {
        CDPSession line = browser.newCDPSession(page);
        line.send("Network.enable");
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 5);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", BYTES_PER_SECOND);
        line.send("Network.emulateNetworkConditions", conditions);
    }

    private void fits(String name) {
        EveryPageTest.fits(page, (scheme, width) -> {
            if (!SHOTS.isEmpty()) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(SHOTS, "uploads-" + name + "-" + scheme + "-" + width + ".png"))
                        .setFullPage(true));
            }
        });
    }
}
