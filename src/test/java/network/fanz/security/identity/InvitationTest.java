package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.platform.mail.Mailbox;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An invitation belongs to its address: its owner accepts, and nobody else. */
@Tag("database")
class InvitationTest {
    private static final Pattern LINK = Pattern.compile("/invitation\\?token=([A-Za-z0-9_-]{43})");
    private static final String ACCEPTANCE = "/invitation/acceptance";
    private static final String API = "/api/v1/invitations/acceptance";

    private final RunningFanz program = RunningFanz.shared();
    private final JdbcClient owner = JdbcClient.create(program.database().asOwner());
    private final StaffInvitations invitations = program.bean(StaffInvitations.class);
    private final SignedInUser administrator = program.users().administrator();

    @Test
    void whoeverHasAnAccountSignsInAcceptsTheRoleAndGetsNoSecondAccount() {
        SignedInUser fan = confirmed(program.users().fan());
        String token = letter(invite(Role.ANALYST, fan.email()), 1);
        ProgramClient browser = browser();
        assertThat(browser.get("auth", "/invitation?token=" + token).expect(200).body())
                .contains(fan.email(), "Sign in and accept")
                .doesNotContain("type=\"password\"");
        HttpAnswer asked = signIn(browser, browser.get("auth", ACCEPTANCE + "?token=" + token), fan);
        assertThat(asked.path()).startsWith(ACCEPTANCE);
        HttpAnswer accepted = browser.submitForm(asked, ACCEPTANCE, Map.of()).expect(200);
        assertThat(accepted.path()).isEqualTo("/account/totp");
        assertThat(accepted.body()).contains("You have the role analyst.");
        assertThat(rolesOf(fan)).contains("FAN", "ANALYST");
        assertThat(accountsLike(fan.id())).isEqualTo(1);
        assertThat(count("select count(*) from events.event where type = 'role_granted' and key = ?", fan.id()))
                .isEqualTo(1);
        program.settle();
        assertThat(administrator
                        .client()
                        .api("GET", "/api/v1/audit?subject=account:" + fan.id())
                        .body())
                .contains("identity.accept_invitation");
    }

    @Test
    void theSameKeyInvitesOnceAndWritesOneLetter() {
        String email = "once-" + UUID.randomUUID() + "@example.org";
        String key = UUID.randomUUID().toString();
        List<HttpAnswer> answers = Stream.generate(() -> administrator
                        .client()
                        .apiWithKey("POST", "/api/v1/invitations", Map.of("role", "ANALYST", "email", email), key))
                .limit(3)
                .toList();
        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().map(answer -> answer.text("id")).distinct()).hasSize(1);
        UUID id = UUID.fromString(answers.getFirst().text("id"));
        assertThat(owner.sql("select count(*) from identity.invitation_letter where invitation_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        String last = answers.getLast().text("token");
        assertThat(browser().get("auth", "/invitation?token=" + last).body()).contains(email);
    }

    @Test
    void aConfirmedAddressGetsNoSecondAccountByHandEither() {
        SignedInUser fan = confirmed(program.users().fan());
        String token = letter(invite(Role.ANALYST, fan.email()), 1);
        for (Map<String, ?> more : List.of(Map.<String, Object>of(), Map.of("newAccount", true))) {
            register(token, fan.email(), more).expectProblem(409, "invited-has-account");
        }
        assertThat(accountsLike(fan.id())).isEqualTo(1);
    }

    @Test
    void whoeverIsSignedInAsAnotherIsToldAndGoesOnAsTheRightOne() {
        SignedInUser fan = confirmed(program.users().fan());
        SignedInUser other = confirmed(program.users().fan());
        String token = letter(invite(Role.ANALYST, fan.email()), 1);
        ProgramClient browser = browser();
        signIn(browser, browser.get("auth", "/sign-in"), other);
        HttpAnswer told = browser.get("auth", "/invitation?token=" + token).expect(200);
        assertThat(told.body()).contains("for somebody else", fan.email(), other.email());
        HttpAnswer form = browser.submitForm(told, "/invitation/other-account", Map.of());
        assertThat(form.path()).isEqualTo("/sign-in");
        assertThat(signIn(browser, form, fan).path()).startsWith(ACCEPTANCE);
        other.client()
                .api("POST", "/api/v1/invitations/role-acceptance", Map.of("token", token))
                .expectProblem(403, "invitation-of-another");
        assertThat(rolesOf(other)).doesNotContain("ANALYST");
    }

    @Test
    void acceptingARoleAsksForTheSecondFactorAndARecentProof() {
        SignedInUser creator = confirmed(program.users().creator());
        Map<String, String> link = Map.of("token", letter(invite(Role.MODERATOR, creator.email()), 1));
        String path = "/api/v1/invitations/role-acceptance";
        ProgramClient passwordAlone = program.client();
        passwordAlone.withToken(SignInTest.signIn(passwordAlone, creator.email(), creator.password())
                .expect(201)
                .text("token"));
        passwordAlone.api("POST", path, link).expectProblem(403, "second-factor-needed");
        age(creator, "interval '1 hour'");
        creator.client().api("POST", path, link).expectProblem(403, "fresh-proof-needed");
        age(creator, "interval '-1 hour'");
        for (int time = 0; time < 2; time++) {
            assertThat(creator.client().api("POST", path, link).expect(200).text("role"))
                    .isEqualTo("MODERATOR");
        }
    }

    @Test
    void whoeverIsNewTakesTheInvitedAddressAndTheLetterConfirmsIt() {
        String email = SignInTest.newEmail();
        Invitation invitation = invite(Role.ANALYST, email);
        String token = letter(invitation, 1);
        ProgramClient browser = browser();
        HttpAnswer form = browser.get("auth", "/invitation?token=" + token).expect(200);
        assertThat(form.body()).containsPattern("value=\"" + Pattern.quote(email) + "\"[^>]*readonly");
        Map<String, String> person = new HashMap<>(form.hiddenFields("/invitation"));
        SignInTest.person(SignInTest.newEmail()).forEach((name, value) -> person.put(name, value.toString()));
        person.remove("role");
        HttpAnswer refused = browser.submit("auth", "/invitation", person).expect(422);
        assertThat(refused.body()).contains("It is for nobody else.");
        person.putAll(refused.hiddenFields("/invitation"));
        person.remove("email");
        assertThat(browser.submit("auth", "/invitation", person).expect(200).path())
                .isEqualTo("/sign-in/factor");
        String account = usedBy(invitation);
        assertThat(isConfirmed(account)).isTrue();
        assertThat(count("select count(*) from mail.letter where about = cast(? as uuid)", account))
                .as("no second letter")
                .isZero();
        assertThat(count("select count(email) from identity.invitation where id = cast(? as uuid)", invitation.id()))
                .as("the address is forgotten once it is used")
                .isZero();
    }

    @Test
    void whatTheInviterHoldsConfirmsNoAddress() {
        Invitation invitation = invite(Role.ANALYST, SignInTest.newEmail());
        register(invitation.token(), "", Map.of()).expect(201);
        assertThat(isConfirmed(usedBy(invitation))).isFalse();
        SignedInUser fan = program.users().fan();
        String token = invite(Role.ANALYST, fan.email()).token();
        fan.client()
                .api("POST", "/api/v1/invitations/role-acceptance", Map.of("token", token))
                .expectProblem(409, "address-unconfirmed");
    }

    @Test
    void anAccountThatHasNotConfirmedTheAddressIsAskedFirstAndStandsInNobodysWay() {
        SignedInUser fan = program.users().fan();
        Invitation invitation = invite(Role.ANALYST, fan.email());
        String token = letter(invitation, 1);
        register(token, fan.email(), Map.of()).expectProblem(409, "invited-has-account");
        ProgramClient browser = browser();
        HttpAnswer asked = browser.get("auth", "/invitation?token=" + token).expect(200);
        assertThat(asked.body()).contains("has not confirmed it", "Make a new account");
        assertThat(browser.get("auth", "/invitation?anew=true&token=" + token).body())
                .contains("name=\"anew\"", "type=\"password\"");
        register(token, fan.email(), Map.of("newAccount", true)).expect(201);
        assertThat(isConfirmed(usedBy(invitation))).isTrue();
        assertThat(isConfirmed(fan.id())).isFalse();
    }

    @Test
    void theLettersLinkConfirmsTheAddressOfWhoeverAccepts() {
        SignedInUser fan = program.users().fan();
        String token = letter(invite(Role.ANALYST, fan.email()), 1);
        fan.client()
                .api("POST", "/api/v1/invitations/role-acceptance", Map.of("token", token))
                .expect(200);
        assertThat(isConfirmed(fan.id())).isTrue();
    }

    @Test
    void aUsedAWithdrawnAndALapsedInvitationSayWhichBeforeAnyForm() {
        Invitation used = invite(Role.ANALYST, SignInTest.newEmail());
        register(used.token(), "", Map.of()).expect(201);
        ended(used, "has been accepted");
        Invitation withdrawn = invite(Role.ANALYST, SignInTest.newEmail());
        invitations.withdraw(AccountId.of(administrator.id()), withdrawn.id());
        ended(withdrawn, "was withdrawn");
        Invitation lapsed = invite(Role.ANALYST, SignInTest.newEmail());
        owner.sql("update identity.invitation set expires_at = now() - interval '1 minute' where id = ?")
                .param(lapsed.id())
                .update();
        ended(lapsed, "The time of this invitation is over");
        program.run("identity.invitations");
        assertThat(count("select count(email) from identity.invitation where id = cast(? as uuid)", lapsed.id()))
                .isZero();
    }

    @Test
    void aLetterIsSentAgainFromTheListAndBothLinksAreGood() {
        Invitation invitation = invite(Role.ANALYST, SignInTest.newEmail());
        String first = letter(invitation, 1);
        ProgramClient dash = browser();
        dash.cookie(
                "dash", "fanz_session", String.valueOf(administrator.client().token()));
        HttpAnswer waiting = dash.get("dash", "/users/waiting").expect(200);
        String path = "/users/invitations/" + invitation.id() + "/letters";
        assertThat(dash.submitForm(waiting, path, Map.of()).expect(200).body())
                .contains("Another letter is on its way");
        String second = letter(invitation, 2);
        assertThat(second).isNotEqualTo(first);
        for (String token : List.of(first, second)) {
            assertThat(invitations.view(token, null).state()).isEqualTo(InvitationState.OPEN);
        }
        owner.sql("""
                        insert into identity.invitation_letter (token_hash, invitation_id, sent_at)
                        select sha256(n::text::bytea || cast(:id as text)::bytea), :id, now() from generate_series(3, 10) n
                        """).param("id", invitation.id()).update();
        assertThat(dash.submitForm(
                                waiting, path, Map.of("_key", UUID.randomUUID().toString()))
                        .expect(409)
                        .body())
                .contains("10 letters of this invitation were sent");
    }

    private void ended(Invitation invitation, String words) {
        HttpAnswer page =
                browser().get("auth", "/invitation?token=" + invitation.token()).expect(410);
        assertThat(page.body()).contains(words).doesNotContain("type=\"password\"", "action=\"/invitation\"");
        assertThat(register(invitation.token(), "", Map.of())
                        .expectProblem(410, "link-not-good")
                        .text("detail"))
                .contains(words);
    }

    private Invitation invite(Role role, String email) {
        return invitations.invite(
                AccountId.of(administrator.id()), role, email, UUID.randomUUID().toString());
    }

    /** The link of the newest of so many letters, which is known to the mailbox alone. */
    private String letter(Invitation invitation, int letters) {
        return await().until(
                        () -> program.bean(Mailbox.class).messages(null).items().stream()
                                .flatMap(letter -> LINK.matcher(letter.text()).results())
                                .map(found -> found.group(1))
                                .filter(token -> belongs(token, invitation))
                                .toList(),
                        found -> found.size() == letters)
                .getFirst();
    }

    private boolean belongs(String token, Invitation invitation) {
        return owner.sql("""
                        select exists (select from identity.invitation_letter
                          where token_hash = sha256(cast(:token as text)::bytea) and invitation_id = :id)
                        """)
                .param("token", token)
                .param("id", invitation.id())
                .query(Boolean.class)
                .single();
    }

    private HttpAnswer register(String token, String email, Map<String, ?> more) {
        Map<String, Object> body = SignInTest.person(email);
        body.remove("role");
        body.put("token", token);
        body.putAll(more);
        return program.client().api("POST", API, body);
    }

    private static HttpAnswer signIn(ProgramClient browser, HttpAnswer form, SignedInUser user) {
        return browser.submitForm(form, "/sign-in", Map.of("email", user.email(), "password", user.password()));
    }

    private ProgramClient browser() {
        return program.client().withHeader("Accept", "text/html");
    }

    private SignedInUser confirmed(SignedInUser user) {
        owner.sql("update identity.account set email_verified_at = registered_at where id = cast(:id as uuid)")
                .param("id", user.id())
                .update();
        return user;
    }

    private void age(SignedInUser user, String by) {
        owner.sql("update identity.session set fresh_at = fresh_at - " + by + " where account_id = cast(:id as uuid)")
                .param("id", user.id())
                .update();
    }

    private String rolesOf(SignedInUser user) {
        return administrator
                .client()
                .api("GET", "/api/v1/accounts/" + user.id())
                .expect(200)
                .json()
                .path("roles")
                .toString();
    }

    private int accountsLike(String account) {
        return count(
                "select count(*) from identity.account where email_lookup = (select email_lookup from identity.account where id = cast(? as uuid))",
                account);
    }

    private boolean isConfirmed(String account) {
        return count("select count(email_verified_at) from identity.account where id = cast(? as uuid)", account) == 1;
    }

    private String usedBy(Invitation invitation) {
        return owner.sql("select used_by::text from identity.invitation where id = ?")
                .param(invitation.id())
                .query(String.class)
                .single();
    }

    private int count(String sql, Object value) {
        return owner.sql(sql).param(value.toString()).query(Integer.class).single();
    }
}
