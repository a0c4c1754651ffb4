package network.fanz.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import network.fanz.testing.Chromium;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.TotpGenerator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A browser with script switched off goes all the way, and nobody else's page can. */
@Tag("browser")
class WithoutScriptTest {
    private static final String PASSWORD = "a quiet harbour at dawn";

    private BrowserContext context;
    private Page page;

    @BeforeEach
    void open() {
        context = Chromium.withoutScript();
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aCreatorRegistersSignsInSetsUpAFactorAndSignsOut() {
        String email = "creator-" + UUID.randomUUID() + "@example.org";
        register(email, "creator");
        assertThat(page).hasTitle(Pattern.compile("^Look into your mail"));

        signIn(email);
        assertThat(page.locator("h1")).hasText("Set up a second factor");

        page.getByText("Use an authenticator app").click();
        page.getByText("Type it instead").click();
        TotpGenerator totpGenerator =
                new TotpGenerator(page.locator("code.secret").textContent());
        page.fill("[name=code]", totpGenerator.next());
        page.getByText("Switch it on").click();
        Assertions.assertThat(page.locator("#codes").textContent().strip().lines())
                .hasSize(10);
        assertThat(page.getByText("Download them")).hasAttribute("href", Pattern.compile("^data:text/plain"));

        page.getByText("I have kept them").click();
        assertThat(page).hasURL(Pattern.compile("/account$"));
        page.getByText("Sign out of every").click();
        assertThat(page.locator(".notice")).containsText("You are signed out");
    }

    @Test
    void aRefusedFormSaysWhyBesideTheFieldAndKeepsWhatWasTyped() {
        page.navigate(address("/register"));
        fillIn("child@example.org");
        page.fill("[name=password]", "too short");
        page.getByText("Make the account").click();
        assertThat(page.locator("#password-error")).containsText("15 to 128 characters");
        assertThat(page.locator("[name=email]")).hasValue("child@example.org");
        assertThat(page.locator("[name=password]")).hasValue("");
    }

    @Test
    void aWrongPasswordIsRefusedInWords() {
        signIn("nobody@example.org");
        assertThat(page.locator("[role=alert]")).containsText("is not right");
    }

    @Test
    void lightAndDarkAreChosenByALink() {
        page.navigate("http://tube.fanz.localhost:" + RunningFanz.shared().port() + "/");
        page.click("[popovertarget=scheme]");
        page.locator("#scheme").getByText("Dark").click();
        assertThat(page.locator("html")).hasAttribute("data-scheme", "dark");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        ProgramClient client = RunningFanz.shared().client().withHeader("Accept", "text/html");
        client.get("auth", "/sign-in");
        HttpAnswer answer = client.submit("auth", "/sign-in", Map.of("email", "a@example.org", "password", PASSWORD));
        Assertions.assertThat(answer.expect(403).body()).contains("This page is too old", "Nothing was sent");
    }

    private void register(String email, String as) {
        page.navigate(address("/register?as=" + as));
        fillIn(email);
        page.getByText("Make the account").click();
    }

    private void fillIn(String email) {
        page.fill("[name=name]", "Somebody");
        page.fill("[name=email]", email);
        page.fill("[name=password]", PASSWORD);
        page.fill("[name=dateOfBirth]", "1990-04-05");
        page.selectOption("[name=country]", "DE");
    }

    private void signIn(String email) {
        page.navigate(address("/sign-in"));
        page.fill("[name=email]", email);
        page.fill("[name=password]", PASSWORD);
        page.getByText("Continue").click();
    }

    private static String address(String path) {
        return "http://auth.fanz.localhost:" + RunningFanz.shared().port() + path;
    }
}
