package network.fanz.web.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.Role;
import network.fanz.security.identity.MailedLink;
import network.fanz.security.identity.sessions.OpaqueTokens;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import network.fanz.tools.walkthrough.TotpGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody who comes in stands before a wall: each page says what comes next, and whose it is. */
@Tag("database")
class GettingInTest {
    private static final String PASSWORD = "a quiet harbour at dawn";
    private static final Pattern RECOVERY_CODE = Pattern.compile("[A-Z2-7]{4}(-[A-Z2-7]{4}){3}");

    private final RunningFanz program = RunningFanz.shared();
    private final JdbcClient owner = JdbcClient.create(program.database().asOwner());
    private final ProgramClient browser = program.client();

    @Test
    void signInLeadsBackToThePageThatOneLookedAt() {
        HttpAnswer page = browser.get("tube", "/creators").expect(200);
        HttpAnswer back = signIn(
                browser.get("tube", link(page, "/sign-in\\?page=[^\"]+")),
                program.users().fan());
        assertThat(back.brand() + back.path()).isEqualTo("tube/creators");
        assertThat(browser.get("tube", "/sign-in?page=/wallet").path()).isEqualTo("/wallet");
    }

    @Test
    void signInLeadsToNoStrangersPage() {
        HttpAnswer form = browser.get("meet", "/sign-in?page=https://elsewhere.example/");
        HttpAnswer back = signIn(form, program.users().fan());
        assertThat(back.brand() + back.path()).isEqualTo("meet/");
        assertThat(browser.get("meet", "/sign-in?page=//elsewhere.example/").path())
                .isEqualTo("/");
    }

    @Test
    void whoRegistersFromABrandIsLedBackToIt() {
        HttpAnswer home = browser.get("elite", "/").expect(200);
        assertThat(home.body()).contains("/register?from=elite\"");
        String email = UUID.randomUUID() + "@example.org";
        HttpAnswer sent = register("/register?from=elite", "FAN", email);
        assertThat(sent.path()).isEqualTo("/register/sent");
        HttpAnswer back = signIn(sent, email);
        assertThat(back.brand() + back.path()).isEqualTo("elite/");
        assertThat(browser.get("auth", "/account").expect(200).body())
                .contains("Go on to FanzEliteTube", "Send the letter again")
                .doesNotContain("Go on to FanzTube");
    }

    @Test
    void whoMakesAnAccountOnTheWayToAPageIsLedToThatPage() {
        HttpAnswer page = browser.get("tube", "/sign-in?page=/creators").expect(200);
        assertThat(page.path()).isEqualTo("/sign-in");
        String email = UUID.randomUUID() + "@example.org";
        HttpAnswer back = signIn(register("/register?from=tube", "FAN", email), email);
        assertThat(back.brand() + back.path()).isEqualTo("tube/creators");
    }

    @Test
    void theAccountsPageSaysWhereEachRoleGoesOn() {
        assertThat(account(program.users().fan()))
                .contains("Go on to FanzTube", "Go on to FanzMeet")
                .doesNotContain("Set your pass", "Open FanzDash");
        assertThat(account(program.users().creator())).contains("Set your pass").doesNotContain("Open FanzDash");
        assertThat(account(program.users().staff(Role.ANALYST)))
                .contains("Open FanzDash")
                .doesNotContain("Set your pass");
    }

    @Test
    void aFanAtFanzDashLearnsThatItIsForStaffAndCanLetStaffIn() {
        HttpAnswer wall = signIn(browser.get("dash", "/"), program.users().fan());
        assertThat(wall.expect(200).path()).isEqualTo("/staff-only");
        assertThat(wall.body())
                .contains("FanzDash is for staff", "Go on to FanzTube")
                .doesNotContain("Set it up");
        assertThat(browser.get("dash", "/users").path()).isEqualTo("/staff-only");

        SignedInUser staff = program.users().staff(Role.ADMINISTRATOR);
        HttpAnswer factor = signIn(browser.submitForm(wall, "/account/switch", Map.of()), staff);
        HttpAnswer dash = browser.submitForm(
                factor, "/sign-in/factor", Map.of("code", staff.totp().next()));
        assertThat(dash.expect(200).brand()).isEqualTo("dash");
    }

    @Test
    void aCreatorWithASecondFactorIsNoStaffEither() {
        SignedInUser creator = program.users().creator();
        HttpAnswer factor = signIn(browser.get("dash", "/"), creator);
        HttpAnswer wall = browser.submitForm(
                factor, "/sign-in/factor", Map.of("code", creator.totp().next()));
        assertThat(wall.path()).isEqualTo("/staff-only");
        browser.send("GET", "dash", "/api/v1/sessions/current", null, null).expect(401);
    }

    @Test
    void whoNeedsASecondFactorIsToldAndGetsOneWithoutADetour() {
        String email = UUID.randomUUID() + "@example.org";
        register("/register?as=creator", "CREATOR", email);
        HttpAnswer needed = signIn(browser.get("tube", "/sign-in?page=/wallet"), email);
        assertThat(needed.body()).contains("Set up a second factor");
        assertThat(browser.get("tube", "/wallet").path()).isEqualTo("/sign-in/factor");
        HttpAnswer picture = browser.submitForm(needed, "/account/totp", Map.of());
        assertThat(picture.expect(200).body())
                .contains("Show this to your app")
                .containsPattern("<code class=\"secret\"[^>]*>(<span>[A-Z2-7]{4}</span>)+</code>");
    }

    @Test
    void whatWasScannedCountsAfterAReloadAndAfterAWrongCode() {
        SignedInUser fan = program.users().fan();
        signIn(browser.get("auth", "/sign-in"), fan);
        HttpAnswer picture = browser.submitForm(browser.get("auth", "/account/totp"), "/account/totp", Map.of());
        String secret = secretOn(picture);
        assertThat(picture.path()).isEqualTo("/account/totp");
        assertThat(secretOn(browser.get("auth", "/account/totp"))).isEqualTo(secret);
        HttpAnswer wrong = browser.submitForm(picture, "/account/totp/confirmation", Map.of("code", "000000"));
        assertThat(wrong.body()).contains("What you scanned still counts");
        assertThat(secretOn(wrong)).isEqualTo(secret);
        assertThat(secretOn(browser.get("auth", "/language/en?back=/account/totp")))
                .isEqualTo(secret);
        HttpAnswer other = browser.submitForm(wrong, "/account/totp", Map.of());
        assertThat(secretOn(other)).isNotEqualTo(secret);
        HttpAnswer codes = browser.submitForm(
                other, "/account/totp/confirmation", Map.of("code", new TotpGenerator(secretOn(other)).next()));
        assertThat(codes.path()).isEqualTo("/account/recovery-codes/made");
        assertThat(browser.get("auth", "/account/totp").body()).doesNotContain("class=\"secret\"");
    }

    @Test
    void anotherSessionOfTheAccountIsNotShownThePicture() {
        SignedInUser fan = program.users().fan();
        signIn(browser.get("auth", "/sign-in"), fan);
        browser.submitForm(browser.get("auth", "/account/totp"), "/account/totp", Map.of());
        ProgramClient elsewhere = program.client();
        elsewhere.submitForm(
                elsewhere.get("auth", "/sign-in"),
                "/sign-in",
                Map.of("email", fan.email(), "password", fan.password()));
        assertThat(elsewhere.get("auth", "/account/totp").expect(200).body())
                .contains("Set it up")
                .doesNotContain("class=\"secret\"");
    }

    @Test
    void recoveryCodesAreShownAgainUntilTheReaderSaysThatTheyAreKept() {
        SignedInUser fan = program.users().fan();
        signIn(browser.get("auth", "/sign-in"), fan);
        HttpAnswer picture = browser.submitForm(browser.get("auth", "/account/totp"), "/account/totp", Map.of());
        HttpAnswer codes = browser.submitForm(
                picture, "/account/totp/confirmation", Map.of("code", new TotpGenerator(secretOn(picture)).next()));
        assertThat(codes.header("Cache-Control")).contains("no-store");
        assertThat(codesOn(browser.get("auth", codes.path()))).hasSize(10).isEqualTo(codesOn(codes));
        browser.submitForm(codes, codes.path() + "/kept", Map.of());
        HttpAnswer gone = browser.get("auth", codes.path());
        assertThat(gone.path()).isEqualTo("/account/recovery-codes");
        assertThat(codesOn(gone)).isEmpty();
        assertThat(gone.body()).contains("until you say that you have kept them");
    }

    private static String secretOn(HttpAnswer page) {
        String shown = page.body();
        int from = shown.indexOf("class=\"secret\"");
        assertThat(from).isPositive();
        return shown.substring(shown.indexOf('>', from) + 1, shown.indexOf("</code>", from))
                .replaceAll("<[^>]*>", "");
    }

    private static List<String> codesOn(HttpAnswer page) {
        return RECOVERY_CODE
                .matcher(page.body()
                        .substring(
                                0, page.body().contains("</pre>") ? page.body().indexOf("</pre>") : 0))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void whoProvedTooLongAgoConfirmsBeforeTheButtonAndNotAfterIt() {
        SignedInUser fan = program.users().fan();
        signIn(browser.get("auth", "/sign-in"), fan);
        owner.sql("update identity.session set fresh_at = fresh_at - interval '1 hour' where account_id = :id")
                .param("id", UUID.fromString(fan.id()))
                .update();
        for (String path : new String[] {"/account/totp", "/account/passkeys"}) {
            assertThat(browser.get("auth", path).expect(200).body())
                    .contains("/account/confirm?back=" + path)
                    .doesNotContain("Set it up<", "<fz-passkey");
        }
        HttpAnswer ready = browser.submitForm(
                browser.get("auth", "/account/confirm?back=/account/totp"),
                "/account/confirm",
                Map.of("password", fan.password()));
        assertThat(browser.submitForm(ready, "/account/totp", Map.of()).body()).contains("Show this to your app");
    }

    @Test
    void aLinkOfAnotherAccountSaysWhoseItIsAndLetsThemConfirm() {
        SignedInUser reader = program.users().fan();
        SignedInUser other = program.users().fan();
        String token = freshLink(other);
        signIn(browser.get("auth", "/sign-in"), reader);
        HttpAnswer page = browser.get("auth", "/verify-email?token=" + token).expect(200);
        assertThat(page.body())
                .contains("This link is for another account", MailedLink.abridged(other.email()), reader.email())
                .doesNotContain(other.email(), "used before", "confirmed already");
        HttpAnswer own = signIn(browser.submitForm(page, "/account/switch", Map.of()), other);
        assertThat(own.body()).contains("Confirm your email address", other.email());
        HttpAnswer done = browser.submitForm(own, "/verify-email", Map.of());
        assertThat(done.path()).isEqualTo("/account");
        assertThat(done.body()).contains("Your email address is confirmed.", "Go on to FanzTube");
        assertThat(browser.get("auth", "/verify-email?token=" + token).body()).contains("is confirmed already");
    }

    @Test
    void whoseAddressIsConfirmedIsStillToldThatTheLinkIsAnothers() {
        SignedInUser reader = program.users().fan();
        signIn(browser.get("auth", "/sign-in"), reader);
        HttpAnswer own = browser.get("auth", "/verify-email?token=" + freshLink(reader));
        browser.submitForm(own, "/verify-email", Map.of()).expect(200);
        assertThat(browser.get(
                                "auth",
                                "/verify-email?token="
                                        + freshLink(program.users().fan()))
                        .body())
                .contains("This link is for another account")
                .doesNotContain("confirmed already");
    }

    @Test
    void aLapsedLinkSaysSoAndANewOneIsSentUntilThereAreEnough() {
        signIn(browser.get("auth", "/sign-in"), program.users().fan());
        HttpAnswer lapsed = browser.get("auth", "/verify-email?token=" + OpaqueTokens.generate());
        assertThat(lapsed.body()).contains("This link no longer works").doesNotContain("Yes, it is mine");
        HttpAnswer sent = browser.submitForm(lapsed, "/account/verification-letter", Map.of());
        assertThat(sent.expect(200).body()).contains("The letter is on its way.");
        for (int more = 0; more < 2; more++) {
            browser.submitForm(
                    sent,
                    "/account/verification-letter",
                    Map.of("_key", UUID.randomUUID().toString()));
        }
        HttpAnswer enough = browser.submitForm(
                sent,
                "/account/verification-letter",
                Map.of("_key", UUID.randomUUID().toString()));
        assertThat(enough.body()).contains("We have sent you several letters", "Another can be asked for in");
    }

    private String freshLink(SignedInUser user) {
        String token = OpaqueTokens.generate();
        owner.sql("update identity.email_proof set token_hash = :hash where account_id = :account")
                .param("hash", OpaqueTokens.hash(token))
                .param("account", UUID.fromString(user.id()))
                .update();
        return token;
    }

    private HttpAnswer register(String path, String role, String email) {
        Map<String, String> person = new HashMap<>(Map.of(
                "role",
                role,
                "name",
                "Somebody",
                "email",
                email,
                "password",
                PASSWORD,
                "dateOfBirth",
                "1990-04-05",
                "country",
                "DE"));
        return browser.submitForm(browser.get("auth", path), "/register", person)
                .expect(200);
    }

    private static String account(SignedInUser user) {
        return user.client().get("auth", "/account").expect(200).body();
    }

    private HttpAnswer signIn(HttpAnswer page, SignedInUser user) {
        return browser.submitForm(page, "/sign-in", Map.of("email", user.email(), "password", user.password()));
    }

    private HttpAnswer signIn(HttpAnswer page, String email) {
        return browser.submitForm(page, "/sign-in", Map.of("email", email, "password", PASSWORD));
    }

    private static String link(HttpAnswer page, String pattern) {
        Matcher found = Pattern.compile("href=\"(" + pattern + ")\"").matcher(page.body());
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1).replace("&amp;", "&");
    }
}
