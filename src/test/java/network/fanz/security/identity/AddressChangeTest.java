package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import network.fanz.testing.Letters;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Another email address counts once both mailboxes have said yes in the account's own session, and either can stop it. */
@Tag("database")
class AddressChangeTest {
    private static final String PAGE = "/account/address";
    private static final String LINK = "/account/address/confirmation";
    private static final String TO_NEW = "Confirm your new email address";
    private static final String TO_FORMER = "Somebody asks for another email address";

    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{43})");

    private final RunningFanz program = RunningFanz.shared();
    private final JdbcClient owner = JdbcClient.create(program.database().asOwner());
    private final ProgramClient browser = program.client();
    private final SignedInUser fan = confirmed(program.users().fan());
    private final String wanted = SignInTest.newEmail();

    @Test
    void theAddressChangesOnceBothMailboxesHaveSaidYes() {
        HttpAnswer asked = ask(wanted, fan.password());
        assertThat(asked.body()).contains("Our letters are on their way.", wanted + ": not confirmed yet");
        HttpAnswer half = confirm(browser, toNew());
        assertThat(half.body())
                .contains("the letter to your other address", wanted + ": confirmed", fan.email() + ": not confirmed");
        assertThat(signIn(program.client(), wanted).status()).isEqualTo(401);
        assertThat(confirm(browser, toFormer()).body())
                .contains("Your account has its new email address.", wanted)
                .doesNotContain(fan.email());
        assertThat(signIn(program.client(), wanted).expect(200).path()).isEqualTo("/account");
        assertThat(signIn(program.client(), fan.email()).status()).isEqualTo(401);
        assertThat(new Letters(program, fan.email())
                        .titled("Your account has another email address")
                        .text())
                .doesNotContain(wanted);
        assertThat(count("select count(*) from events.event where type = 'email_changed' and key = :id"))
                .isEqualTo(1);
        assertThat(browser.get("auth", LINK + "?token=" + toNew()).expect(410).body())
                .contains("The change has been made");
        assertThat(personalLeft()).isZero();
    }

    @Test
    void aSessionAloneAsksForNothing() {
        signIn(browser, fan.email());
        HttpAnswer refused = ask(wanted, "not the right sentence");
        assertThat(refused.expect(422).body())
                .contains("id=\"password-error\"", "not the password of your account", "value=\"" + wanted + "\"");
        assertThat(count("select count(*) from identity.address_change where account_id = cast(:id as uuid)"))
                .isZero();
    }

    @Test
    void whatCannotBeIsRefusedBesideItsField() {
        assertThat(ask("nowhere", fan.password()).expect(422).body()).contains("id=\"email-error\"");
        assertThat(ask(fan.email().toUpperCase(java.util.Locale.ROOT), fan.password())
                        .expect(422)
                        .body())
                .contains("Your account has this address already.");
        assertThat(ask("", "").expect(422).body()).contains("id=\"email-error\"", "id=\"password-error\"");
    }

    @Test
    void nothingButTheOtherMailboxTellsThatAnAddressHasAnAccount() {
        SignedInUser other = confirmed(program.users().fan());
        String known = unmarked(ask(other.email(), fan.password()), other.email());
        String unknown = unmarked(ask(wanted, fan.password()), wanted);
        assertThat(known).isEqualTo(unknown);
        assertThat(new Letters(program, other.email())
                        .titled("Your email address has an account already")
                        .text())
                .doesNotContain(fan.email(), LINK);
        assertThat(new Letters(program, other.email()).all())
                .noneMatch(letter -> letter.subject().equals(TO_NEW));
    }

    @Test
    void theFormerMailboxSaysNoWithoutASessionAndThrowsEverybodyOut() {
        ask(wanted, fan.password());
        ProgramClient anywhere = program.client();
        HttpAnswer page = anywhere.get("auth", LINK + "?token=" + toFormer()).expect(200);
        assertThat(page.body())
                .contains("You are not signed in.", MailedLink.abridged(wanted))
                .doesNotContain(wanted, "Yes, change it");
        HttpAnswer done = anywhere.submitForm(page, PAGE + "/objection", Map.of());
        assertThat(done.expect(200).path()).isEqualTo("/password-reset");
        assertThat(browser.get("auth", "/account").path()).isEqualTo("/sign-in");
        signIn(browser, fan.email()).expect(200);
        assertThat(browser.get("auth", LINK + "?token=" + toNew()).expect(410).body())
                .contains("was refused from the mailbox");
        assertThat(personalLeft()).isZero();
    }

    @Test
    void noLinkIsWorthAnythingInAnotherAccountsSession() {
        ask(wanted, fan.password());
        HttpAnswer own = browser.get("auth", LINK + "?token=" + toNew());
        SignedInUser thief = confirmed(program.users().fan());
        ProgramClient theirs = program.client();
        theirs.submitForm(
                theirs.get("auth", "/sign-in"),
                "/sign-in",
                Map.of("email", thief.email(), "password", thief.password()));
        for (String token : List.of(toNew(), toFormer())) {
            HttpAnswer page = theirs.get("auth", LINK + "?token=" + token).expect(200);
            assertThat(page.body()).contains("You are signed in to another account.");
            Map<String, String> fields =
                    Map.of("link", token, "_csrf", csrf(page, "/account/switch"), "_key", newKey(), "_page", "/");
            theirs.submit("auth", LINK, fields).expect(410);
        }
        assertThat(browser.submitForm(own, LINK, Map.of()).expect(200).body()).contains("Confirmed.");
        // The link to the new mailbox says yes only.
        theirs.submit(
                        "auth",
                        PAGE + "/objection",
                        Map.of("link", toNew(), "_csrf", csrf(theirs.get("auth", PAGE), PAGE), "_key", newKey()))
                .expect(410);
    }

    @Test
    void aNewPasswordEndsAChangeThatWaits() {
        ask(wanted, fan.password());
        confirm(browser, toNew());
        String former = toFormer();
        browser.submitForm(
                        browser.get("auth", "/account/password"),
                        "/account/password",
                        Map.of("present-password", fan.password(), "password", "nine tins rolled under the stage"))
                .expect(200);
        assertThat(browser.get("auth", "/account").body()).doesNotContain("new email address waits");
        assertThat(browser.get("auth", LINK + "?token=" + former).expect(410).body())
                .contains("password was changed meanwhile");
    }

    @Test
    void itCanBeCalledOffAndHasAnEndOfItsOwn() {
        HttpAnswer page = ask(wanted, fan.password());
        String token = toNew();
        assertThat(browser.submitForm(page, PAGE + "/cancellation", Map.of()).body())
                .contains("stays as it is")
                .doesNotContain("new email address waits");
        assertThat(browser.get("auth", LINK + "?token=" + token).expect(410).body())
                .contains("called the change off");
        ask(SignInTest.newEmail(), fan.password());
        owner.sql("update identity.address_change set expires_at = asked_at where account_id = cast(:id as uuid)")
                .param("id", fan.id())
                .update();
        assertThat(browser.get("auth", "/account").body()).doesNotContain("new email address waits");
        program.run("identity.address-changes");
        assertThat(count("select count(*) from identity.address_change where account_id = cast(:id as uuid)"))
                .isZero();
    }

    @Test
    void theLettersComeAgainButNotForEver() {
        HttpAnswer page = ask(wanted, fan.password());
        String first = toNew();
        for (int more = 0; more < 4; more++) {
            page = resend(page);
            assertThat(page.body()).contains("on their way again");
        }
        assertThat(resend(page).body()).contains("Several letters about this address", "waits");
        assertThat(confirm(browser, first).body()).contains("Confirmed.");
    }

    @Test
    void ofTwoAccountsThatWantOneAddressOneGetsIt() throws Exception {
        SignedInUser other = confirmed(program.users().fan());
        ProgramClient theirs = program.client();
        ask(wanted, fan.password());
        String own = toNew();
        confirm(browser, toFormer());
        ask(theirs, other, wanted);
        String another = await().until(() -> tokensToNew(), found -> found.size() == 2).stream()
                .filter(token -> !token.equals(own))
                .findFirst()
                .orElseThrow();
        confirm(theirs, new Letters(program, other.email()).found(TO_FORMER, TOKEN.pattern()));
        try (var threads = Executors.newFixedThreadPool(2)) {
            HttpAnswer mine = browser.get("auth", LINK + "?token=" + own);
            HttpAnswer his = theirs.get("auth", LINK + "?token=" + another);
            var answers = threads.invokeAll(List.<Callable<Integer>>of(
                    () -> browser.submitForm(mine, LINK, Map.of()).status(),
                    () -> theirs.submitForm(his, LINK, Map.of()).status()));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 422);
        }
    }

    @Test
    void anAddressThatNobodyHasConfirmedIsToldButHasNoSay() {
        owner.sql("update identity.account set email_verified_at = null where id = cast(:id as uuid)")
                .param("id", fan.id())
                .update();
        assertThat(ask(wanted, fan.password()).body()).doesNotContain(fan.email() + ": not confirmed yet");
        assertThat(new Letters(program, fan.email()).titled(TO_FORMER).text()).contains("unless you say no");
        assertThat(confirm(browser, toNew()).body()).contains("Your account has its new email address.");
        assertThat(count("select count(*) from events.event where type = 'email_verified' and key = :id"))
                .isEqualTo(1);
    }

    private HttpAnswer ask(String email, String password) {
        signIn(browser, fan.email());
        return browser.submitForm(
                browser.get("auth", PAGE), PAGE, Map.of("email", email, "password", password, "_key", newKey()));
    }

    private static void ask(ProgramClient client, SignedInUser user, String email) {
        Map<String, String> own = Map.of("email", user.email(), "password", user.password());
        client.submitForm(client.get("auth", "/sign-in"), "/sign-in", own);
        client.submitForm(client.get("auth", PAGE), PAGE, Map.of("email", email, "password", user.password()))
                .expect(200);
    }

    private static HttpAnswer confirm(ProgramClient client, String token) {
        return client.submitForm(client.get("auth", LINK + "?token=" + token).expect(200), LINK, Map.of())
                .expect(200);
    }

    private HttpAnswer resend(HttpAnswer page) {
        return browser.submitForm(page, PAGE + "/letters", Map.of("_key", newKey()));
    }

    private String toNew() {
        return new Letters(program, wanted).found(TO_NEW, TOKEN.pattern());
    }

    private List<String> tokensToNew() {
        return new Letters(program, wanted)
                .all().stream()
                        .flatMap(letter -> TOKEN.matcher(letter.text()).results())
                        .map(found -> found.group(1))
                        .toList();
    }

    private String toFormer() {
        return new Letters(program, fan.email()).found(TO_FORMER, TOKEN.pattern());
    }

    private HttpAnswer signIn(ProgramClient client, String email) {
        return client.submitForm(
                client.get("auth", "/sign-in"), "/sign-in", Map.of("email", email, "password", fan.password()));
    }

    private SignedInUser confirmed(SignedInUser user) {
        owner.sql("update identity.account set email_verified_at = registered_at where id = cast(:id as uuid)")
                .param("id", user.id())
                .update();
        return user;
    }

    private static String csrf(HttpAnswer page, String action) {
        return page.hiddenFields(action).getOrDefault("_csrf", "");
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** The page without what differs with every look at it. */
    private static String unmarked(HttpAnswer page, String email) {
        return page.expect(200)
                .body()
                .replace(email, "x")
                .replaceAll("name=\"(_csrf|_key)\" value=\"[^\"]*\"", "")
                .replaceAll("<time.*?</time>", "");
    }

    private long personalLeft() {
        return count("""
                select count(*) from identity.address_change
                where account_id = cast(:id as uuid) and coalesce(email, password_hash, former_password_hash) is not null
                """);
    }

    private long count(String query) {
        return owner.sql(query).param("id", fan.id()).query(Long.class).single();
    }
}
