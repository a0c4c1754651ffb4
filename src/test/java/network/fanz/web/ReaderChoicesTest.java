package network.fanz.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import network.fanz.testing.Chromium;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import network.fanz.tools.walkthrough.TotpGenerator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Light or dark and the time zone, as a reader whose device is in Kolkata has them on all places. */
@Tag("browser")
class ReaderChoicesTest {
    private final SignedInUser fan = RunningFanz.shared().users().fan();
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void open() {
        context = Chromium.inZone("Asia/Kolkata");
        context.addCookies(
                List.of(new Cookie("fanz_session", String.valueOf(fan.client().token()))
                        .setDomain("auth.fanz.localhost")
                        .setPath("/")
                        .setHttpOnly(true)));
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void timesAreInTheReadersZoneAndSayTheirUtcBesides() {
        page.navigate(address("tube", "/"));
        page.navigate(address("auth", "/account/sessions"));
        Locator time = page.locator("main time").first();
        assertThat(time).hasText(Pattern.compile(".*:\\d\\d IST"));
        assertThat(time).hasAttribute("title", Pattern.compile(".*:\\d\\d UTC"));
        page.click("[popovertarget=scheme]");
        page.locator("#scheme").getByText("In UTC").click();
        assertThat(page.locator("main time").first()).hasText(Pattern.compile(".*:\\d\\d UTC"));
        page.navigate(address("tube", "/"));
        page.click("[popovertarget=scheme]");
        assertThat(page.locator("#scheme [aria-current]").last()).hasText("In UTC");
        page.locator("#scheme").getByText("In my time zone").click();
        page.navigate(address("auth", "/account/sessions"));
        assertThat(page.locator("main time").first()).hasText(Pattern.compile(".*:\\d\\d IST"));
    }

    @Test
    void lightOrDarkIsChosenOnceForAllPlaces() {
        page.navigate(address("tube", "/"));
        page.click("[popovertarget=scheme]");
        page.locator("#scheme").getByText("Dark").click();
        for (String place : List.of("tube", "meet", "auth")) {
            page.navigate(address(place, "/help"));
            assertThat(page.locator("html")).hasAttribute("data-scheme", "dark");
        }
    }

    @Test
    void whatWasTypedOutlivesAnotherLanguageButNoPassword() {
        page.navigate(address("auth", "/register"));
        page.fill("[name=name]", "Half a name");
        page.fill("[name=email]", "half@example.org");
        page.fill("[name=password]", "not to be kept anywhere");
        page.selectOption("[name=country]", "DE");
        page.locator("footer").getByText("Deutsch").click();
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        assertThat(page.locator("[name=name]")).hasValue("Half a name");
        assertThat(page.locator("[name=email]")).hasValue("half@example.org");
        assertThat(page.locator("[name=country]")).hasValue("DE");
        assertThat(page.locator("[name=password]")).hasValue("");
        page.reload();
        assertThat(page.locator("[name=name]")).hasValue("");
    }

    @Test
    void aRefusedFormComesBackFilledInOnItsOwnPage() {
        String creator = "/creators/" + RunningFanz.shared().users().creator().id();
        page.navigate(address("tube", "/sign-in?page=" + creator));
        page.fill("[name=amount]", "much");
        page.locator("form[action$=tips] button[type=submit]").click();
        assertThat(page.locator("#amount-error")).isVisible();
        page.locator("footer").getByText("Deutsch").click();
        assertThat(page).hasURL(address("tube", creator));
        assertThat(page.locator("[name=amount]")).hasValue("much");
    }

    @Test
    void aPictureAndItsCodesOutliveReloadsAndTheWayBack() {
        page.navigate(address("auth", "/account/totp"));
        page.locator("form[action$='/account/totp'] button").click();
        String secret = page.locator("code.secret").textContent();
        page.reload();
        assertThat(page.locator("code.secret")).hasText(secret);
        page.click("[popovertarget=scheme]");
        page.locator("#scheme").getByText("Dark").click();
        assertThat(page.locator("code.secret")).hasText(secret);
        page.fill("[name=code]", new TotpGenerator(secret).next());
        page.getByText("Switch it on").click();
        String codes = page.locator("#codes").textContent();
        page.reload();
        assertThat(page.locator("#codes")).hasText(codes);
        page.goBack();
        assertThat(page.locator("h1")).isVisible();
        page.goForward();
        page.locator("footer").getByText("Deutsch").click();
        assertThat(page.locator("#codes")).hasText(codes);
    }

    @Test
    void aZoneThatThereIsNotIsUtc() {
        ProgramClient browser = fan.client();
        for (String zone : List.of("Mars/Olympus", "+99:99", "UTC+1/../x", "E".repeat(3000))) {
            browser.cookie("auth", "fanz_zone", zone);
            Assertions.assertThat(
                            browser.get("auth", "/account/sessions").expect(200).body())
                    .as(zone)
                    .contains(" UTC</time>");
        }
        browser.cookie("auth", "fanz_zone", "America/New_York");
        Assertions.assertThat(
                        browser.get("auth", "/account/sessions").expect(200).body())
                .containsPattern(" E[SD]T</time>");
    }

    @Test
    void theMenuSaysWhetherTheDeviceHasToldItsZone() {
        ProgramClient browser = fan.client();
        String untold = "(your browser has not told it)";
        Assertions.assertThat(browser.get("auth", "/account").expect(200).body())
                .contains(untold);
        browser.cookie("auth", "fanz_zone", "Asia/Kolkata");
        Assertions.assertThat(browser.get("auth", "/account").expect(200).body())
                .doesNotContain(untold);
    }

    private static String address(String place, String path) {
        return "http://" + place + ".fanz.localhost:" + RunningFanz.shared().port() + path;
    }
}
