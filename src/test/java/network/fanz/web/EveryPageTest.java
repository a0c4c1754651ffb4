package network.fanz.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import network.fanz.testing.Chromium;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page, in both schemes, on a phone and on a desk: nothing that axe finds, no word of complaint on the console, no sideways
 * scroll, no dead link, and no more script than a page of its kind may have. Put into a language of longer words that is read from right
 * to left it still scrolls to no side and squeezes nothing. A new page is one line in {@link PageCatalogue}.
 */
@Tag("browser")
class EveryPageTest {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    /** Of these rules the ones that a scheme can break: both have the same markup. */
    private static final List<String> COLOUR_RULES = List.of("color-contrast", "link-in-text-block");

    private static final int[] WIDTHS = {360, 1280};
    private static final Map<String, WatchedTab> TABS = new HashMap<>();
    private static final Map<PageCatalogue.PageViewer, Set<String>> FOLLOWED =
            new EnumMap<>(PageCatalogue.PageViewer.class);
    private static final String ONLY = System.getProperty("pages", "");
    private static final String SHOTS = System.getProperty("shots", "");

    static Stream<PageCatalogue.ListedPage> pages() {
        return PageCatalogue.all()
                .filter(page -> ONLY.isEmpty() || page.toString().contains(ONLY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void isFitForUse(PageCatalogue.ListedPage page) {
        String path = page.path().get();
        try {
            look(page, path, tab(page));
        } catch (AssertionError found) {
            throw new AssertionError(page + ": " + found.getMessage(), found);
        }
    }

    /** A tab that notes what is said on its console, and the size of each script that it fetches. A new one costs more than a page. */
    private record WatchedTab(Page page, List<String> complaints, List<Integer> scripts) {
        static WatchedTab in(BrowserContext context) {
            WatchedTab tab = new WatchedTab(context.newPage(), new ArrayList<>(), new ArrayList<>());
            tab.page.onConsoleMessage(said -> {
                if (said.type().equals("error") || said.type().equals("warning")) {
                    tab.complaints.add(said.text());
                }
            });
            tab.page.onPageError(tab.complaints::add);
            tab.page.onRequestFinished(request -> {
                if (request.resourceType().equals("script")) {
                    tab.scripts.add(request.sizes().responseBodySize);
                }
            });
            withoutCache(tab.page);
            return tab;
        }

        void forget() {
            complaints.clear();
            scripts.clear();
        }
    }

    /** Whoever has signed in at a brand for one page stays so for the next. */
    private static WatchedTab tab(PageCatalogue.ListedPage page) {
        return TABS.computeIfAbsent(host(page) + " " + page.who(), any -> {
            BrowserContext context = Chromium.context(host(page), "light");
            page.who().token().ifPresent(token -> signIn(context, token));
            WatchedTab tab = WatchedTab.in(context);
            if (page.who().signedIn() && !page.brand().equals("auth")) {
                tab.page.navigate(address(page, "/oauth2/authorization/" + page.brand()));
            }
            return tab;
        });
    }

    @AfterAll
    static void closeTabs() {
        TABS.values().forEach(tab -> tab.page.context().close());
        TABS.clear();
    }

    private static void look(PageCatalogue.ListedPage listedPage, String path, WatchedTab tab) {
        Page page = tab.page;
        // What the page before was still doing ends with it.
        page.navigate("about:blank");
        tab.forget();
        Response response = page.navigate(address(listedPage, path));
        assertThat(response.status()).as("status of %s", path).isEqualTo(listedPage.status());
        listedPage.doing().accept(page);
        page.waitForLoadState();
        fits(page, (scheme, width) -> shoot(listedPage, path, scheme, width, page));
        tab.complaints.removeIf(said -> listedPage.refuses() && said.startsWith("Failed to load resource"));
        assertThat(tab.complaints).as("console").isEmpty();
        assertThat(tab.scripts.stream().mapToInt(Integer::intValue).sum())
                .as("bytes of script")
                .isLessThanOrEqualTo(listedPage.scriptMax());
        assertThat(deadLinks(page, listedPage.who())).as("dead links").isEmpty();
        assertThat(GermanWords.missing(page)).as("English in German").isEmpty();
        assertThat(postsWithQuery(page))
                .as("forms whose address has a query, which no post may have")
                .isEmpty();
        PseudoLocale.put(page);
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            shoot(listedPage, path, "pseudo", width, page);
            assertThat(sideways(page))
                    .as("sideways scroll from right to left at %d px", width)
                    .isEmpty();
            assertThat(squeezed(page))
                    .as("squeezed text from right to left at %d px", width)
                    .isEmpty();
            assertThat(cutOff(page))
                    .as("cut off from right to left at %d px", width)
                    .isEmpty();
        }
        GermanWords.put(page);
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            shoot(listedPage, path, "german", width, page);
            assertThat(sideways(page))
                    .as("sideways scroll in German at %d px", width)
                    .isEmpty();
            assertThat(squeezed(page))
                    .as("squeezed text in German at %d px", width)
                    .isEmpty();
            assertThat(cutOff(page)).as("cut off in German at %d px", width).isEmpty();
        }
    }

    /** A field is sent once: what stands in a post's address is refused. */
    @SuppressWarnings("unchecked")
    private static List<String> postsWithQuery(Page page) {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('form[method=post]')]
                  .map(it => it.getAttribute('action') ?? '').filter(it => it.includes('?'))
                """);
    }

    /** On a phone and on a desk it scrolls to no side, squeezes no text, and axe finds nothing, in both schemes. */
    static void fits(Page page, BiConsumer<String, Integer> before) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            before.accept("light", width);
            assertThat(sideways(page)).as("sideways scroll at %d px", width).isEmpty();
            assertThat(squeezed(page)).as("squeezed text at %d px", width).isEmpty();
            assertThat(cutOff(page)).as("cut off at %d px", width).isEmpty();
            assertThat(violations(page, "tag", RULES))
                    .as("axe, light, %d px", width)
                    .isEmpty();
            paint(page, "dark");
            before.accept("dark", width);
            assertThat(violations(page, "rule", COLOUR_RULES))
                    .as("axe, dark, %d px", width)
                    .isEmpty();
            paint(page, "light");
        }
    }

    /** The markup of both schemes is the same but for this attribute. Colours that would fade into others arrive at once. */
    private static void paint(Page page, String scheme) {
        page.evaluate("""
                scheme => {
                  document.documentElement.dataset.scheme = scheme;
                  document.getAnimations().filter(it => it instanceof CSSTransition).forEach(it => it.finish());
                }
                """, scheme);
    }

    /** What axe finds, in words. It is put into a page once, and hands over nothing of all that is in order: both take longer than a look. */
    @SuppressWarnings("unchecked")
    private static List<String> violations(Page page, String type, List<String> values) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return (List<String>) page.evaluate("""
                async ([type, values]) => {
                  const runOnly = { type, values };
                  const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
                  return violations.map(({ id, help, nodes }) =>
                    `${id}, ${help}: ${nodes.slice(0, 3).map(node => node.html).join(' ')}`);
                }
                """, List.of(type, values));
    }

    /** What stands out of a page that scrolls sideways, to either side. */
    @SuppressWarnings("unchecked")
    private static List<String> sideways(Page page) {
        return (List<String>) page.evaluate("""
                () => {
                  const over = document.documentElement.scrollWidth - window.innerWidth;
                  if (over <= 0) return [];
                  const out = [...document.querySelectorAll('body *')]
                    .filter(it => it.checkVisibility())
                    .map(it => [it, it.getBoundingClientRect()])
                    .map(([it, box]) => [it, Math.round(Math.max(box.right - window.innerWidth, -box.left))])
                    .filter(([it, by]) => by > 0)
                    .map(([it, by]) => `${by} px: ${it.outerHTML.slice(0, 120)}`);
                  return [`${over} px`, ...out.slice(0, 6)];
                }
                """);
    }

    /** Text that has so little room that hardly more than a letter stands in a line. */
    @SuppressWarnings("unchecked")
    private static List<String> squeezed(Page page) {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('main td, main th, main li, main p, main dt, main dd, main a, main span')]
                  .filter(it => it.textContent.trim().length >= 8 && it.checkVisibility())
                  .filter(it => { const box = it.getBoundingClientRect(); return box.width > 2 && box.width < 32 && box.height > 160; })
                  .map(it => it.outerHTML.slice(0, 120))
                """);
    }

    /** What its surroundings cut off at a side, and buttons in which words are torn into letters. */
    @SuppressWarnings("unchecked")
    private static List<String> cutOff(Page page) {
        return (List<String>) page.evaluate("""
                () => {
                  const box = it => it.getBoundingClientRect();
                  const clips = it => ['hidden', 'clip'].includes(getComputedStyle(it).overflowX);
                  const out = it => {
                    for (let around = it.parentElement; around && around !== document.body; around = around.parentElement) {
                      if (clips(around)) return box(it).right > box(around).right + 1 || box(it).left < box(around).left - 1;
                      if (getComputedStyle(around).overflowX === 'auto') return false;
                    }
                    return false;
                  };
                  const seen = [...document.querySelectorAll('main .chip, main .btn, main a, main h1, main h2, main strong')]
                    .filter(it => it.checkVisibility() && !it.closest('.sr') && box(it).width > 2);
                  return seen.filter(it => out(it) || (it.matches('.btn') && box(it).height > 100))
                    .map(it => `${Math.round(box(it).left)} to ${Math.round(box(it).right)}: ${it.outerHTML.slice(0, 120)}`);
                }
                """);
    }

    /** A script that another page has fetched counts here too. */
    private static void withoutCache(Page page) {
        JsonObject disabled = new JsonObject();
        disabled.addProperty("cacheDisabled", true);
        page.context().newCDPSession(page).send("Network.setCacheDisabled", disabled);
    }

    /**
     * Links to this host that lead nowhere. Those that change something or leave for another host are not followed, and each is followed
     * once for each who may see it.
     */
    @SuppressWarnings("unchecked")
    private static List<String> deadLinks(Page page, PageCatalogue.PageViewer viewer) {
        Set<String> followed = FOLLOWED.computeIfAbsent(viewer, any -> new HashSet<>());
        Map<String, List<String>> found = (Map<String, List<String>>) page.evaluate("""
                async followed => {
                  const links = [...document.querySelectorAll('a[href]')].map(a => a.href.split('#')[0])
                    .filter(href => href.startsWith(location.origin + '/') && href !== location.href.split('#')[0]
                      && !/\\/(scheme|times|language|oauth2|sign-out)\\b/.test(href));
                  const dead = [];
                  const fresh = [...new Set(links)].filter(href => !followed.includes(href));
                  for (const href of fresh) {
                    const answer = await fetch(href, { redirect: 'manual', headers: { accept: 'text/html' } });
                    if (answer.status >= 400) dead.push(href + ' ' + answer.status);
                  }
                  return { dead, fresh };
                }
                """, List.copyOf(followed));
        followed.addAll(found.get("fresh"));
        return found.get("dead");
    }

    private static void signIn(BrowserContext context, String token) {
        context.addCookies(List.of(new Cookie("fanz_session", token)
                .setDomain("auth.fanz.localhost")
                .setPath("/")
                .setHttpOnly(true)));
    }

    private static void shoot(PageCatalogue.ListedPage listedPage, String path, String scheme, int width, Page page) {
        if (!SHOTS.isEmpty()) {
            String name =
                    listedPage.brand() + path.replaceAll("[^A-Za-z0-9]+", "_") + "-" + scheme + "-" + width + ".png";
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of(SHOTS, name)).setFullPage(true));
        }
    }

    private static String host(PageCatalogue.ListedPage page) {
        return page.brand() + ".fanz.localhost";
    }

    private static String address(PageCatalogue.ListedPage page, String path) {
        return "http://" + host(page) + ":" + RunningFanz.shared().port() + path;
    }
}
