package network.fanz.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.security.identity.StaffInvitations;
import network.fanz.testing.Chromium;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.VirtualAuthenticator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From the first start to the first money, as three people walk it: each opens the one address that they were given, and goes on by what the
 * pages offer. A step is one press of a button or a link.
 */
@Tag("browser")
class FirstHourTest {
    private static final int STEPS_MAX = 12;
    private static final String PASSWORD = "seven quiet harbours at dawn";
    private static final int PHONE = 360;
    private static final int DESK = 1280;

    private final List<String> steps = new ArrayList<>();

    @Test
    void leadsFromTheFirstStartToThePaidTipInTwelveSteps() throws IOException {
        try (RunningFanz fresh = RunningFanz.start()) {
            Assertions.assertThat(
                            fresh.client().get("auth", "/mailbox").expect(200).body())
                    .contains("No letter yet");
            String printed = Files.readString(fresh.folder().resolve("invitation.txt"));
            walk(fresh, printed.strip().replaceAll(".*token=", ""), PHONE);
            walk(fresh, invitation(fresh), DESK);
        }
    }

    /** Each in a browser of their own, as wide as {@code width}. */
    private void walk(RunningFanz fresh, String invitation, int width) {
        steps.clear();
        String creatorName = "Walker at " + width;
        try (BrowserContext staff = Chromium.context("auth.fanz.localhost", "light");
                BrowserContext maker = Chromium.context("auth.fanz.localhost", "light");
                BrowserContext buyer = Chromium.context("auth.fanz.localhost", "light")) {
            Page administrator = open(staff, address(fresh, "auth", "/invitation?token=" + invitation), width);
            person(administrator, "Ada");
            press(administrator, "Make the account");
            press(administrator, "Make a passkey on this device");
            assertThat(administrator.locator("h1")).hasText("Overview");

            Page creator = open(maker, address(fresh, "auth", "/register?as=creator&from=tube"), width);
            String creatorEmail = person(creator, creatorName);
            press(creator, "Make the account");
            signIn(creator, creatorEmail);
            press(creator, "Make a passkey on this device");
            creator.waitForURL("http://tube.*/");

            Page fan = open(buyer, address(fresh, "tube", "/creators"), width);
            press(fan, creatorName);
            press(fan, "Sign in");
            press(fan, "Make an account");
            String fanEmail = person(fan, "Fiona");
            press(fan, "Make the account");
            signIn(fan, fanEmail);
            assertThat(fan.locator("h1")).hasText(creatorName);
            fan.fill("#amount", "4,50");
            press(fan, "Tip");
            fan.fill("#number", "4242 4242 4242 4242");
            press(fan, "Pay ");
            assertThat(fan.locator("main")).containsText("Paid.");

            administrator.navigate(address(fresh, "dash", "/finance/payments"));
            assertThat(administrator.locator("main")).containsText("4.50");
        }
        Assertions.assertThat(steps).hasSizeLessThanOrEqualTo(STEPS_MAX);
    }

    private void signIn(Page page, String email) {
        page.fill("[name=email]", email);
        page.fill("[name=password]", PASSWORD);
        press(page, "Continue");
    }

    /** Fills in who somebody is, and gives the address that they sign in with. */
    private static String person(Page page, String name) {
        String email = UUID.randomUUID() + "@example.org";
        page.fill("[name=name]", name);
        if (page.locator("[name=email]").isEditable()) {
            page.fill("[name=email]", email);
        }
        page.fill("[name=password]", PASSWORD);
        page.fill("[name=dateOfBirth]", "1990-04-05");
        page.selectOption("[name=country]", "DE");
        return email;
    }

    /** Where somebody was told to go: the address itself is no step. */
    private static Page open(BrowserContext context, String address, int width) {
        Page page = context.newPage();
        page.setViewportSize(width, 800);
        new VirtualAuthenticator(page);
        page.navigate(address);
        return page;
    }

    private void press(Page page, String text) {
        Locator button = page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(text));
        Locator link = page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(text));
        steps.add(page.locator("h1").textContent() + ": " + text);
        button.or(link).first().click();
        page.waitForLoadState();
    }

    private static String invitation(RunningFanz fresh) {
        UUID administrator = JdbcClient.create(fresh.database().asOwner())
                .sql("select account_id from identity.role_grant where role = 'ADMINISTRATOR'")
                .query(UUID.class)
                .single();
        return fresh.bean(StaffInvitations.class)
                .invite(
                        new AccountId(administrator),
                        Role.ADMINISTRATOR,
                        UUID.randomUUID() + "@example.org",
                        UUID.randomUUID().toString())
                .token();
    }

    private static String address(RunningFanz fresh, String site, String path) {
        return "http://" + site + ".fanz.localhost:" + fresh.port() + path;
    }
}
