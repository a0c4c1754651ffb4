package network.fanz.web.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The terms of use on pages: published in FanzDash, read everywhere, ticked at registration, asked for again. */
@Tag("database")
class TermsPagesTest {
    private static final String PASSWORD = "a quiet harbour at dawn";
    private static final String ASKED = "/terms/acceptance";

    private static RunningFanz program;
    private static ProgramClient dash;
    private static int latest;

    @BeforeAll
    static void start() {
        program = RunningFanz.start("--fanz.web.terms=https://example.org/terms");
        HttpAnswer elsewhere = program.client().send("GET", "tube", "/terms", null, null);
        assertThat(elsewhere.expect(303).header("Location")).isEqualTo("https://example.org/terms");
        assertThat(program.client().get("auth", "/register").body()).doesNotContain("name=\"terms\"");
        dash = signedIn("dash", "/operations/terms", program.users().administrator());
        publish();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void everySiteReadsTheVersionInForceAndThoseBefore() {
        publish();
        for (String brand : new String[] {"tube", "auth", "dash"}) {
            HttpAnswer page = program.client().get(brand, "/terms").expect(200);
            assertThat(page.body())
                    .contains("Version " + latest + ", in force since", "Be kind to all of version " + latest)
                    .contains("href=\"/terms\">Terms</a>", "The rules are " + latest + " now.");
            assertThat(page.body()).doesNotContain("https://example.org/terms");
        }
        HttpAnswer before =
                program.client().get("tube", "/terms/" + (latest - 1)).expect(200);
        assertThat(before.body()).contains("Be kind to all of version " + (latest - 1), "is not in force");
        program.client().get("tube", "/terms/" + (latest + 1)).expect(404);
        assertThat(program.client().get("tube", "/terms/first").status()).isBetween(400, 422);
    }

    @Test
    void registrationAsksForTheBoxAndKeepsWhatWasTyped() {
        ProgramClient browser = program.client();
        HttpAnswer form = browser.get("auth", "/register").expect(200);
        assertThat(form.body()).contains("I accept version " + latest, "href=\"/terms/" + latest + "\"");
        Map<String, String> fields = person();
        HttpAnswer unticked = browser.submitForm(form, "/register", fields).expect(422);
        assertThat(unticked.body()).contains("Tick this", "value=\"Robin Reader\"");

        fields.put("terms", String.valueOf(latest));
        publish();
        HttpAnswer old = browser.submitForm(unticked, "/register", fields).expect(409);
        assertThat(old.body())
                .contains("Version " + latest + " of the terms of use is in force by now", "value=\"Robin Reader\"")
                .contains("I accept version " + latest)
                .doesNotContainPattern("name=\"terms\"[^>]* checked");

        fields.put("terms", String.valueOf(latest));
        assertThat(browser.submitForm(old, "/register", fields).path()).isEqualTo("/register/sent");
        HttpAnswer account = browser.submitForm(
                browser.get("auth", "/sign-in"),
                "/sign-in",
                Map.of("email", fields.get("email"), "password", PASSWORD));
        assertThat(account.expect(200).path()).isEqualTo("/account");
    }

    @Test
    void anInvitationsPageAsksForTheBoxToo() {
        String email = UUID.randomUUID() + "@example.org";
        SignedInUser administrator = program.users().administrator();
        administrator
                .client()
                .api("POST", "/api/v1/terms/acceptance", Map.of("number", latest))
                .expect(204);
        String token = administrator
                .client()
                .api("POST", "/api/v1/invitations", Map.of("role", "ANALYST", "email", email))
                .expect(201)
                .text("token");
        ProgramClient browser = program.client();
        HttpAnswer form = browser.get("auth", "/invitation?token=" + token).expect(200);
        Map<String, String> fields = person();
        fields.put("email", email);
        HttpAnswer unticked = browser.submitForm(form, "/invitation", fields).expect(422);
        assertThat(unticked.body()).contains("Tick this", "value=\"Robin Reader\"");
        fields.put("terms", String.valueOf(latest));
        assertThat(browser.submitForm(unticked, "/invitation", fields).path()).isEqualTo("/sign-in/factor");
    }

    @Test
    void whoeverIsSignedInIsAskedOnTheNextPageAndGoesOnToIt() {
        ProgramClient browser = signedIn("tube", "/library", program.users().fan());
        publish();
        HttpAnswer asked = browser.get("tube", "/wallet?part=PURCHASES").expect(200);
        assertThat(asked.brand() + asked.path()).isEqualTo("tube" + ASKED);
        assertThat(asked.body())
                .contains("The terms of use have changed", "The rules are " + latest + " now.")
                .contains("Be kind to all of version " + latest, "action=\"/sign-out\"");
        assertThat(browser.get("tube", "/").expect(200).path()).isEqualTo("/");
        assertThat(browser.get("tube", "/help").path()).isEqualTo("/help");
        assertThat(browser.get("tube", "/terms").path()).isEqualTo("/terms");
        assertThat(browser.get("auth", "/account/sessions").path()).isEqualTo("/account/sessions");
        assertThat(browser.get("auth", "/account").path()).isEqualTo(ASKED);
        assertThat(browser.get("elite", "/library").path()).isEqualTo(ASKED);

        asked = browser.get("tube", "/wallet?part=PURCHASES");
        HttpAnswer wanted = browser.submitForm(asked, ASKED, Map.of()).expect(200);
        assertThat(wanted.brand() + wanted.path()).isEqualTo("tube/wallet?part=PURCHASES");
        assertThat(browser.get("elite", "/library").path()).isEqualTo("/library");
        assertThat(browser.get("tube", ASKED).path()).isEqualTo("/");
    }

    @Test
    void whoeverHasAcceptedAnOlderPageIsShownTheNewerText() {
        ProgramClient browser = signedIn("tube", "/library", program.users().fan());
        publish();
        HttpAnswer asked = browser.get("tube", "/library");
        publish();
        HttpAnswer newer = browser.submitForm(asked, ASKED, Map.of()).expect(409);
        assertThat(newer.body()).contains("I accept version " + latest, "The rules are " + (latest - 1) + " now.");
        assertThat(browser.submitForm(newer, ASKED, Map.of()).path()).isEqualTo("/library");
    }

    @Test
    void whoeverSignsInLaterIsAskedBeforeThePageThatTheyWanted() {
        SignedInUser fan = program.users().fan();
        publish();
        ProgramClient browser = signedIn("tube", "/library", fan);
        HttpAnswer asked = browser.get("tube", "/library");
        assertThat(asked.path()).isEqualTo(ASKED);
        assertThat(browser.submitForm(asked, ASKED, Map.of()).path()).isEqualTo("/library");
    }

    @Test
    void aFormThatWasOpenMeanwhileIsKeptAndShownAgainAfterwards() {
        ProgramClient browser =
                signedIn("auth", "/account/name", program.users().fan());
        HttpAnswer form = browser.get("auth", "/account/name");
        publish();
        HttpAnswer unsent = browser.submitForm(form, "/account/name", Map.of("name", "Typed Before"));
        assertThat(unsent.expect(403).body()).contains("Read it, and go on to the form", "What you typed is kept");
        HttpAnswer asked = browser.get("auth", ASKED + "?page=/form-again").expect(200);
        HttpAnswer again = browser.submitForm(asked, ASKED, Map.of()).expect(200);
        assertThat(again.body()).contains("value=\"Typed Before\"");
        browser.submitForm(again, "/account/name", Map.of("name", "Typed Before"))
                .expect(200);
        assertThat(browser.get("auth", "/account").body()).contains("Typed Before");
    }

    @Test
    void fanzDashListsVersionsAndHowManyHaveAcceptedAndKeepsWhatWasTyped() {
        publish();
        accept(dash, "/operations/terms");
        HttpAnswer page = dash.get("dash", "/operations/terms").expect(200);
        assertThat(page.body())
                .contains("accepted version " + latest + ", which is in force", "Publish version " + (latest + 1))
                .contains("The rules are " + latest + " now.");
        HttpAnswer refused = dash.submitForm(
                        page, "/operations/terms", Map.of("title", "Kept title", "text", "", "change", "Nothing."))
                .expect(422);
        assertThat(refused.body()).contains("value=\"Kept title\"", "This must not be empty.");
        HttpAnswer past = dash.submitForm(
                        refused,
                        "/operations/terms",
                        Map.of("title", "T", "text", "Text", "change", "C", "effectiveAt", "2020-01-01T00:00"))
                .expect(422);
        assertThat(past.body()).contains("This time is past.");
    }

    private static void publish() {
        if (latest > 0) {
            accept(dash, "/operations/terms");
        }
        latest++;
        HttpAnswer page = dash.get("dash", "/operations/terms").expect(200);
        HttpAnswer published = dash.submitForm(
                page,
                "/operations/terms",
                Map.of(
                        "title",
                        "Terms of use",
                        "change",
                        "The rules are " + latest + " now.",
                        "text",
                        "Be kind to all of version " + latest + ".\r\n\r\nPay what you owe."));
        assertThat(published.expect(200).path()).isEqualTo(ASKED);
    }

    private static void accept(ProgramClient browser, String page) {
        HttpAnswer asked = browser.get("dash", page);
        if (asked.path().equals(ASKED)) {
            assertThat(browser.submitForm(asked, ASKED, Map.of()).path()).isEqualTo(page);
        }
    }

    private static ProgramClient signedIn(String brand, String path, SignedInUser user) {
        ProgramClient browser = program.client();
        HttpAnswer answer = browser.submitForm(
                browser.get(brand, path), "/sign-in", Map.of("email", user.email(), "password", user.password()));
        if (user.totp() != null) {
            browser.submitForm(
                    answer, "/sign-in/factor", Map.of("code", user.totp().next()));
        }
        return browser;
    }

    private static Map<String, String> person() {
        return new HashMap<>(Map.of(
                "name", "Robin Reader",
                "email", UUID.randomUUID() + "@example.org",
                "password", PASSWORD,
                "dateOfBirth", "1990-04-05",
                "country", "DE",
                "role", "FAN"));
    }
}
