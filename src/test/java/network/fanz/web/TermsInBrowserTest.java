package network.fanz.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import network.fanz.testing.Chromium;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages of {@link EveryPageTest} that only a program has whose operator has published terms of use. */
@Tag("browser")
class TermsInBrowserTest {
    private static final String SHOTS = System.getProperty("shots", "");
    private static final String PASSWORD = "seven quiet harbours at dawn";

    @Test
    void termsAreReadTickedAskedForAndPublished() {
        try (RunningFanz program = RunningFanz.start();
                BrowserContext reader = Chromium.context("auth.fanz.localhost", "light");
                BrowserContext staff = Chromium.context("auth.fanz.localhost", "light")) {
            SignedInUser administrator = program.users().administrator();
            publish(administrator, 1);
            Page page = reader.newPage();
            read(page, program);
            register(page, program);
            acceptAgain(page, program, administrator);
            publishAgain(staff, program, administrator);
        }
    }

    private static void read(Page page, RunningFanz program) {
        page.navigate(address(program, "tube", "/terms"));
        assertThat(page.locator("h1")).hasText("Terms of use of this house");
        fits(page, "terms");
    }

    private static void register(Page page, RunningFanz program) {
        page.navigate(address(program, "auth", "/register"));
        fits(page, "register");
        String email = UUID.randomUUID() + "@example.org";
        page.fill("#name", "Rita Reader");
        page.fill("#email", email);
        page.fill("#password", PASSWORD);
        page.fill("#dateOfBirth", "1990-04-05");
        page.selectOption("#country", "DE");
        page.getByText("I accept version 1").click();
        page.getByText("Make the account").last().click();
        page.waitForURL("**/register/sent");
        page.navigate(address(program, "auth", "/sign-in"));
        page.fill("[name=email]", email);
        page.fill("[name=password]", PASSWORD);
        page.getByText("Continue").click();
        page.waitForURL("**/account");
    }

    private static void acceptAgain(Page page, RunningFanz program, SignedInUser administrator) {
        administrator
                .client()
                .api("POST", "/api/v1/terms/acceptance", Map.of("number", 1))
                .expect(204);
        publish(administrator, 2);
        page.navigate(address(program, "auth", "/account/name"));
        assertThat(page.locator("h1")).hasText("The terms of use have changed");
        fits(page, "asked");
        page.navigate(address(program, "auth", "/account/name"));
        page.getByText("I accept version 2").click();
        page.waitForURL("**/account/name");
    }

    private static void publishAgain(BrowserContext staff, RunningFanz program, SignedInUser administrator) {
        ProgramClient client = administrator.client();
        client.api("POST", "/api/v1/terms/acceptance", Map.of("number", 2)).expect(204);
        staff.addCookies(List.of(new Cookie("fanz_session", Objects.requireNonNull(client.token()))
                .setDomain("auth.fanz.localhost")
                .setPath("/")
                .setHttpOnly(true)));
        Page page = staff.newPage();
        page.navigate(address(program, "dash", "/oauth2/authorization/dash"));
        page.navigate(address(program, "dash", "/operations/terms"));
        assertThat(page.locator("main")).containsText("2 accounts have accepted version 2");
        fits(page, "publish");
        page.fill("#title", "Terms of use");
        page.fill("#change", "Nothing but the title.");
        page.fill("#text", "Be kind.");
        page.getByText("Publish version 3").last().click();
        assertThat(page.locator("h1")).hasText("The terms of use have changed");
        fits(page, "asked-at-dash");
    }

    private static void publish(SignedInUser administrator, int number) {
        String text = "1. Who this is for\nAdults only.\n\n2. What you pay\n"
                + "You pay what the page says, and nothing more. ".repeat(12) + "\n\n3. A very long word\n"
                + "unbreakable".repeat(20);
        administrator
                .client()
                .api(
                        "POST",
                        "/api/v1/terms",
                        Map.of(
                                "number",
                                number,
                                "title",
                                "Terms of use of this house",
                                "change",
                                "You may leave whenever you like.",
                                "text",
                                text))
                .expect(201);
    }

    private static void fits(Page page, String name) {
        EveryPageTest.fits(page, (scheme, width) -> {
            if (!SHOTS.isEmpty()) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(SHOTS, name + "-" + scheme + "-" + width + ".png"))
                        .setFullPage(true));
            }
        });
    }

    private static String address(RunningFanz program, String brand, String path) {
        return "http://" + brand + ".fanz.localhost:" + program.port() + path;
    }
}
