package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.platform.mail.Mailbox;
import network.fanz.platform.mail.MailboxMessage;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class PasswordResetTest {
    private static final String NEW = "another sentence that nobody guesses";
    private static final Pattern TOKEN = Pattern.compile("/password-reset/choose\\?token=([A-Za-z0-9_-]{43})");

    private final RunningFanz program = RunningFanz.shared();
    private final JdbcClient owner = JdbcClient.create(program.database().asOwner());

    @Test
    void answersTheSameWhetherThereIsAnAccountOrNot() {
        SignedInUser fan = program.users().fan();
        HttpAnswer known = ask(program.client(), fan.email()).expect(202);
        HttpAnswer unknown = ask(program.client(), SignInTest.newEmail()).expect(202);
        assertThat(known.body()).isEqualTo(unknown.body()).isEmpty();
        assertThat(known.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
        HttpAnswer knownPage = page(fan.email());
        HttpAnswer unknownPage = page(SignInTest.newEmail());
        assertThat(knownPage.path()).isEqualTo(unknownPage.path()).isEqualTo("/password-reset/sent");
        assertThat(unmarked(knownPage)).isEqualTo(unmarked(unknownPage));
    }

    @Test
    void aNewPasswordEndsAllSessionsAndTheLinkIsGoodOnce() {
        SignedInUser fan = program.users().fan();
        ask(program.client(), fan.email()).expect(202);
        String token = token(fan);
        complete(token, "password").expectProblem(422, "invalid-field");
        complete(token, fan.email()).expectProblem(422, "invalid-field");
        complete(token, NEW).expect(204);
        fan.client().api("GET", "/api/v1/sessions/current").expect(401);
        signIn(fan, fan.password()).expectProblem(401, "sign-in-failed");
        assertThat(signIn(fan, NEW).expect(201).text("account")).isEqualTo(fan.id());
        complete(token, NEW).expectProblem(410, "link-not-good");
        await().until(() ->
                letters(fan).stream().anyMatch(message -> message.subject().equals("Your password was changed")));
        assertThat(count("select count(*) from events.event where type = 'password_reset' and key = :id", fan))
                .isEqualTo(1);
        await().until(() -> count(
                        "select count(*) from audit.entry where name = 'identity.reset_password' and subject = 'account:' || :id",
                        fan)
                == 1);
    }

    @Test
    void anOldPasswordThatIsBeingHashedWhileANewOneIsChosenSignsNobodyIn() throws Exception {
        SignedInUser fan = program.users().fan();
        try (Connection changing = program.database().asOwner().getConnection();
                var threads = Executors.newSingleThreadExecutor()) {
            changing.setAutoCommit(false);
            try (var change = changing.prepareStatement(
                    "update identity.account set password_hash = '\\x00' where id = cast(? as uuid)")) {
                change.setString(1, fan.id());
                change.executeUpdate();
            }
            var signIn = threads.submit(() -> signIn(fan, fan.password()).status());
            // Until the sign-in waits for the row that is being changed.
            await().until(() -> owner.sql("""
                                    select count(*) from pg_locks lock join pg_stat_activity who using (pid)
                                    where not lock.granted and who.datname = current_database()
                                    """).query(Integer.class).single() > 0);
            changing.commit();
            assertThat(signIn.get()).isEqualTo(401);
        }
    }

    @Test
    void theSecondFactorStaysInForce() {
        SignedInUser creator = program.users().creator();
        ask(program.client(), creator.email()).expect(202);
        complete(token(creator), NEW).expect(204);
        HttpAnswer half = signIn(creator, NEW).expect(201);
        assertThat(half.text("secondFactor")).isEqualTo("needed");
        ProgramClient client = program.client().withToken(half.text("token"));
        client.api("GET", "/api/v1/sessions").expectProblem(403, "second-factor-needed");
        client.api("POST", "/api/v1/factors/totp", Map.of()).expectProblem(403, "second-factor-needed");
        client.api("DELETE", "/api/v1/factors/totp").expectProblem(403, "second-factor-needed");
        HttpAnswer whole = client.api(
                        "POST",
                        "/api/v1/sessions/current/totp",
                        Map.of("code", creator.totp().next()))
                .expect(200);
        assertThat(whole.text("secondFactor")).isEqualTo("given");
    }

    @Test
    void keepsTheLinkAndTheAddressUnreadable() {
        SignedInUser fan = program.users().fan();
        ask(program.client(), fan.email()).expect(202);
        String token = token(fan);
        String stored = String.join(
                "",
                owner.sql("select t::text from identity.password_proof t")
                        .query(String.class)
                        .list());
        assertThat(stored).contains(fan.id()).doesNotContain(token, fan.email());
    }

    @Test
    void aLinkRunsOut() {
        SignedInUser fan = program.users().fan();
        ask(program.client(), fan.email()).expect(202);
        String token = token(fan);
        owner.sql("update identity.password_proof set expires_at = made_at where account_id = cast(:id as uuid)")
                .param("id", fan.id())
                .update();
        complete(token, NEW).expectProblem(410, "link-not-good");
        complete("A".repeat(43), NEW).expectProblem(410, "link-not-good");
        complete("rubbish", NEW).expectProblem(410, "link-not-good");
        signIn(fan, fan.password()).expect(201);
    }

    @Test
    void ofTwoWhoComeWithOneLinkOneGetsIn() throws Exception {
        SignedInUser fan = program.users().fan();
        ask(program.client(), fan.email()).expect(202);
        String token = token(fan);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.<Callable<Integer>>of(
                    () -> complete(token, NEW).status(),
                    () -> complete(token, NEW + "!").status()));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(204, 410);
        }
    }

    @Test
    void limitsWhoAsksAlikeForKnownAndUnknownAddresses() {
        for (String email : List.of(program.users().fan().email(), SignInTest.newEmail())) {
            ProgramClient client = program.clientFrom("127.14.0.1");
            for (int i = 0; i < 5; i++) {
                ask(client, email).expect(202);
            }
            ask(client, email).expectProblem(429, "rate-limited");
            ask(program.clientFrom("127.14.0.2"), email).expect(202);
        }
    }

    @Test
    void aStrangerCanNeitherFillTheMailboxNorTakeTheOwnersLinksAway() {
        SignedInUser fan = program.users().fan();
        for (int i = 0; i < 8; i++) {
            ask(program.clientFrom("127.14.1." + (i + 1)), fan.email()).expect(202);
        }
        await().until(() -> count("select count(*) from identity.password_request where :id <> ''", fan) == 0);
        await().until(() -> tokens(fan).size() == 3);
        complete(tokens(fan).getLast(), NEW).expect(204);
        tokens(fan).forEach(token -> complete(token, NEW).expectProblem(410, "link-not-good"));
    }

    @Test
    void aSuspendedAccountGetsNoLinkAndUsesNone() {
        SignedInUser fan = program.users().fan();
        ask(program.client(), fan.email()).expect(202);
        String token = token(fan);
        ProgramClient administrator = program.users().administrator().client();
        administrator
                .api("POST", "/api/v1/accounts/" + fan.id() + "/suspension", Map.of("reason", "UNDER_REVIEW"))
                .expect(204);
        complete(token, NEW).expectProblem(410, "link-not-good");
        administrator
                .api("DELETE", "/api/v1/accounts/" + fan.id() + "/suspension")
                .expect(204);
    }

    @Test
    void worksOnThePagesToo() {
        SignedInUser fan = program.users().fan();
        ProgramClient browser = program.client();
        HttpAnswer signIn = browser.get("auth", "/sign-in").expect(200);
        assertThat(signIn.body()).contains("href=\"/password-reset\"");
        browser.submitForm(browser.get("auth", "/password-reset"), "/password-reset", Map.of("email", fan.email()));
        String path = "/password-reset/choose?token=" + token(fan);
        HttpAnswer short_ =
                browser.submitForm(browser.get("auth", path), "/password-reset/choose", Map.of("password", "short"));
        assertThat(short_.expect(422).body()).contains("15 to 128 characters");
        HttpAnswer done = browser.submitForm(short_, "/password-reset/choose", Map.of("password", NEW));
        assertThat(done.expect(200).path()).isEqualTo("/sign-in");
        assertThat(done.body()).contains("The password is changed");
        signIn(fan, NEW).expect(201);
        assertThat(browser.get("auth", path).expect(410).body())
                .contains("This link no longer works", "Send me a new link")
                .doesNotContain("type=\"password\"");
    }

    @Test
    void thePageSaysWhoseTheLinkIsAlsoToWhoeverIsSignedInAsAnother() {
        SignedInUser fan = program.users().fan();
        SignedInUser other = program.users().fan();
        ask(program.client(), fan.email()).expect(202);
        String path = "/password-reset/choose?token=" + token(fan);
        String whose = MailedLink.abridged(fan.email());
        assertThat(program.client().get("auth", path).expect(200).body())
                .contains(whose)
                .doesNotContain(fan.email(), "You are signed in as");
        assertThat(other.client().get("auth", path).expect(200).body())
                .contains(whose, "You are signed in as " + other.email())
                .doesNotContain(fan.email());
        assertThat(fan.client().get("auth", path).expect(200).body()).doesNotContain("You are signed in as");
    }

    @Test
    void aLinkIsWorthNothingOnceTheAccountHasAnotherAddress() {
        SignedInUser fan = program.users().fan();
        ask(program.client(), fan.email()).expect(202);
        String token = token(fan);
        owner.sql("update identity.account set email_lookup = sha256(email_lookup) where id = cast(:id as uuid)")
                .param("id", fan.id())
                .update();
        complete(token, NEW).expectProblem(410, "link-not-good");
    }

    private static HttpAnswer ask(ProgramClient client, String email) {
        return client.api("POST", "/api/v1/password-resets", Map.of("email", email));
    }

    private HttpAnswer page(String email) {
        ProgramClient browser = program.client();
        return browser.submitForm(browser.get("auth", "/password-reset"), "/password-reset", Map.of("email", email));
    }

    /** The page without what differs with every look at it. */
    private static String unmarked(HttpAnswer page) {
        return page.expect(200).body().replaceAll("name=\"(_csrf|_key)\" value=\"[^\"]*\"", "");
    }

    private HttpAnswer complete(String token, String password) {
        return program.client()
                .api("POST", "/api/v1/password-resets/completion", Map.of("token", token, "password", password));
    }

    private HttpAnswer signIn(SignedInUser user, String password) {
        return SignInTest.signIn(program.client(), user.email(), password);
    }

    /** The token of the newest letter, which a job writes and another carries away. */
    private String token(SignedInUser user) {
        return await().until(() -> tokens(user), found -> !found.isEmpty()).getFirst();
    }

    private List<String> tokens(SignedInUser user) {
        return letters(user).stream()
                .map(message -> TOKEN.matcher(message.text()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    private List<MailboxMessage> letters(SignedInUser user) {
        Mailbox mailbox = program.bean(Mailbox.class);
        List<MailboxMessage> all = new java.util.ArrayList<>();
        UUID after = null;
        do {
            var page = mailbox.messages(after);
            page.items().stream()
                    .filter(message -> message.to().equals(user.email()))
                    .forEach(all::add);
            after = page.next() == null ? null : UUID.fromString(page.next());
        } while (after != null);
        return all;
    }

    private long count(String query, SignedInUser user) {
        return owner.sql(query).param("id", user.id()).query(Long.class).single();
    }
}
