package network.fanz.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's own Chromium, driven by the machine's own Node: one browser for all tests of a run, a fresh context for each. */
public final class Chromium {
    private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser", "google-chrome");

    private Chromium() {}

    /** A browser with empty pockets that prefers the given scheme: {@code light} or {@code dark}. */
    public static BrowserContext context(String host, String scheme) {
        BrowserContext context =
                SharedBrowser.BROWSER.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
        context.addCookies(
                List.of(new Cookie("fanz_scheme", scheme).setDomain(host).setPath("/")));
        return context;
    }

    /** A browser on a device that is in the given time zone, such as {@code Asia/Kolkata}. */
    public static BrowserContext inZone(String zone) {
        return SharedBrowser.BROWSER.newContext(new Browser.NewContextOptions().setTimezoneId(zone));
    }

    /** A browser whose owner has switched script off. */
    public static BrowserContext withoutScript() {
        return SharedBrowser.BROWSER.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    private static Path find(List<String> names) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("The browser tests need one of " + names + " in the PATH"));
    }

    private static final class SharedBrowser {
        static final Playwright PLAYWRIGHT = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        find(List.of("node", "nodejs")).toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
        static final Browser BROWSER = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(find(PROGRAMS))
                        .setChromiumSandbox(!"root".equals(System.getProperty("user.name")))
                        .setHeadless(true));

        static {
            PlaywrightAssertions.setDefaultAssertionTimeout(TestTimeout.MAX.toMillis());
            Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close, "stop-chromium"));
        }
    }
}
