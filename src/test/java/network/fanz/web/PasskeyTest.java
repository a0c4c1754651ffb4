package network.fanz.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import network.fanz.testing.Chromium;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.VirtualAuthenticator;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A device with a passkey in it, played by Chromium's virtual authenticator. */
@Tag("browser")
class PasskeyTest {
    private static final String AUTH = "auth.fanz.localhost";

    private BrowserContext context;
    private Page page;
    private VirtualAuthenticator device;

    @BeforeEach
    void open() {
        context = Chromium.context(AUTH, "light");
        page = context.newPage();
        device = new VirtualAuthenticator(page);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aPasskeySignsInInOneStepAndStopsWhenItIsRemoved() {
        makePasskey();
        signOut();

        page.getByText("Use a passkey").click();
        page.waitForURL("**/account");
        assertThat(page.locator("h1")).hasText("Somebody");

        page.navigate(address("/account/passkeys"));
        assertThat(page.locator("main")).containsText("My telephone");
        page.getByText("Remove").click();
        assertThat(page.locator("main")).containsText("No passkey yet");
        page.navigate(address("/account"));
        signOut();

        page.getByText("Use a passkey").click();
        page.locator("fz-passkey button:enabled").waitFor();
        assertThat(page).hasURL(Pattern.compile("/sign-in$"));
    }

    @Test
    void aDeviceWithoutAPasskeySaysSoAndWhatElseCanBeDone() {
        page.navigate(address("/sign-in"));
        page.getByText("Use a passkey").click();
        assertThat(page.locator("fz-passkey [role=status]")).containsText("has no passkey that is known here");
        assertThat(page.locator("fz-passkey [role=status]")).containsText("Sign in with your password below");
    }

    @Test
    void aDeviceThatCannotTellItsOwnerIsRefused() {
        makePasskey();
        signOut();
        device.losesItsOwner();
        page.getByText("Use a passkey").click();
        assertThat(page.locator("fz-passkey [role=status]")).containsText("Nothing was done");
    }

    private void makePasskey() {
        SignedInUser fan = RunningFanz.shared().users().fan();
        context.addCookies(
                List.of(new Cookie("fanz_session", String.valueOf(fan.client().token()))
                        .setDomain(AUTH)
                        .setPath("/")
                        .setHttpOnly(true)));
        page.navigate(address("/account/passkeys"));
        page.fill("[name=label]", "My telephone");
        page.getByText("Make a passkey on this device").click();
        page.waitForURL("**/account");
        assertThat(page.locator("main")).containsText("1 set up");
    }

    private void signOut() {
        page.getByText("Sign out of every").click();
        page.waitForURL("**/sign-in");
    }

    private static String address(String path) {
        return "http://" + AUTH + ":" + RunningFanz.shared().port() + path;
    }
}
