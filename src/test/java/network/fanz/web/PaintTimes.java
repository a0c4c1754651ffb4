package network.fanz.web;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.fanz.testing.Chromium;
import network.fanz.testing.RunningFanz;

/**
 * When a page's largest piece is painted (Largest Contentful Paint, W3C) on a phone with a slow line: 150 ms there and back, 1.6 Mbit/s,
 * a processor of a quarter of this machine's speed, and nothing in the browser's cache.
 */
public final class PaintTimes {
    private static final int LATENCY_MS = 150;
    private static final int BYTES_PER_S = 200_000;
    private static final int SLOWER = 4;
    private static final int WIDTH = 360;
    private static final int HEIGHT = 800;
    private static final int BROKEN = 400;
    private static final double NAVIGATION_MS_MAX = 10_000;
    private static final double NEVER = -1;
    private static final String LARGEST = """
            () => new Promise(done => {
              let largest = -1;
              new PerformanceObserver(list => { largest = list.getEntries().at(-1).startTime; })
                .observe({ type: 'largest-contentful-paint', buffered: true });
              setTimeout(() => done(largest), 1500);
            })
            """;

    private final Map<String, BrowserContext> readers = new HashMap<>();

    /** Milliseconds of each page of the catalogue that answers by itself, in its order; below 0 where nothing was painted. */
    public Map<String, Double> ofEveryPage() {
        Map<String, Double> times = new LinkedHashMap<>();
        PageCatalogue.all()
                .filter(page -> !page.refuses() && page.status() < BROKEN)
                .forEach(page -> times.put(page.who() + " " + page, largest(reader(page), address(page))));
        return times;
    }

    /** Milliseconds of a page of a few words without style or script, which is what the line alone costs. */
    public double ofNothing() {
        return largest(
                Chromium.context("tube.fanz.localhost", "light"),
                "http://tube.fanz.localhost:" + RunningFanz.shared().port() + "/actuator/health/liveness");
    }

    /** In a tab of its own, which is closed again: a page that goes on live would take from the line of the next. */
    private static double largest(BrowserContext reader, String address) {
        try (Page page = throttled(reader.newPage())) {
            page.navigate(
                    address,
                    new Page.NavigateOptions()
                            .setWaitUntil(WaitUntilState.DOMCONTENTLOADED)
                            .setTimeout(NAVIGATION_MS_MAX));
            return ((Number) page.evaluate(LARGEST)).doubleValue();
        } catch (PlaywrightException failed) {
            System.err.println(address + ": " + failed.getMessage());
            return NEVER;
        }
    }

    private BrowserContext reader(PageCatalogue.ListedPage listed) {
        return readers.computeIfAbsent(listed.brand() + " " + listed.who(), any -> {
            BrowserContext context = Chromium.context(listed.brand() + ".fanz.localhost", "light");
            listed.who()
                    .token()
                    .ifPresent(token -> context.addCookies(List.of(new Cookie("fanz_session", token)
                            .setDomain("auth.fanz.localhost")
                            .setPath("/")
                            .setHttpOnly(true))));
            if (listed.who().signedIn() && !listed.brand().equals("auth")) {
                try (Page page = context.newPage()) {
                    page.navigate(address(listed.brand(), "/oauth2/authorization/" + listed.brand()));
                }
            }
            return context;
        });
    }

    private static Page throttled(Page page) {
        page.setViewportSize(WIDTH, HEIGHT);
        CDPSession devTools = page.context().newCDPSession(page);
        devTools.send("Network.enable");
        JsonObject cache = new JsonObject();
        cache.addProperty("cacheDisabled", true);
        devTools.send("Network.setCacheDisabled", cache);
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", LATENCY_MS);
        line.addProperty("downloadThroughput", BYTES_PER_S);
        line.addProperty("uploadThroughput", BYTES_PER_S / 2);
        devTools.send("Network.emulateNetworkConditions", line);
        JsonObject processor = new JsonObject();
        processor.addProperty("rate", SLOWER);
        devTools.send("Emulation.setCPUThrottlingRate", processor);
        return page;
    }

    private static String address(PageCatalogue.ListedPage page) {
        return address(page.brand(), page.path().get());
    }

    private static String address(String brand, String path) {
        return "http://" + brand + ".fanz.localhost:" + RunningFanz.shared().port() + path;
    }
}
