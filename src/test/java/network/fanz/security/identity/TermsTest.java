package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.Role;
import network.fanz.security.identity.sessions.IdentitySessionRepository;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The terms of use over the API: published for good, accepted with a new account, and asked for again when they change. */
@Tag("database")
class TermsTest {
    private static final String TERMS = "/api/v1/terms";
    private static final String ACCEPTANCE = "/api/v1/terms/acceptance";
    private static final String WALLET = "/api/v1/wallet";

    private static RunningFanz program;
    private static RunningFanz node;
    private static int latest;

    @BeforeAll
    static void start() {
        program = RunningFanz.start();
        node = program.another();
        program.client().api("GET", TERMS).expectProblem(404, "not-found");
        program.client().api("POST", "/api/v1/registrations", person(1)).expectProblem(422, "invalid-field");
        publish();
    }

    @AfterAll
    static void stop() {
        node.close();
        program.close();
    }

    @BeforeEach
    void theAdministratorHasAccepted() {
        accept(program.users().administrator());
    }

    @Test
    void everybodyReadsTheVersionInForceAndThoseBefore() {
        publish();
        HttpAnswer current = program.client().api("GET", TERMS).expect(200);
        assertThat(current.json().path("number").asInt()).isEqualTo(latest);
        assertThat(current.text("text")).isEqualTo("Text of version " + latest + ".\n\nBe kind.");
        HttpAnswer before =
                program.client().api("GET", TERMS + "/" + (latest - 1)).expect(200);
        assertThat(before.text("text")).contains("Text of version " + (latest - 1) + ".");
        program.client().api("GET", TERMS + "/" + (latest + 1)).expectProblem(404, "not-found");
    }

    @Test
    void nothingOfAVersionOrAnAcceptanceIsEverChanged() {
        accept(program.users().fan());
        JdbcClient owner = JdbcClient.create(program.database().asOwner());
        for (String change : new String[] {
            "update identity.terms set title = 'Other'",
            "delete from identity.terms",
            "update identity.terms_acceptance set number = 1",
            "delete from identity.terms_acceptance"
        }) {
            assertThatThrownBy(() -> owner.sql(change).update()).as(change).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void aVersionHasTheNextNumberSaysWhatItChangesAndComesIntoForceNowOrLater() {
        int next = latest + 1;
        refusePublication("number", Map.of("number", latest));
        refusePublication("number", Map.of("number", next + 1));
        refusePublication("change", Map.of("number", next, "change", " "));
        refusePublication("title", Map.of("number", next, "title", ""));
        refusePublication("text", Map.of("number", next, "text", "\n"));
        refusePublication("text", Map.of("number", next, "text", "a\u0007b"));
        refusePublication("text", Map.of("number", next, "text", "a".repeat(100_001)));
        Instant now = Instant.now();
        refusePublication(
                "effectiveAt",
                Map.of("number", next, "effectiveAt", now.minusSeconds(60).toString()));
        refusePublication(
                "effectiveAt",
                Map.of(
                        "number",
                        next,
                        "effectiveAt",
                        now.plus(366, ChronoUnit.DAYS).toString()));
    }

    @Test
    void aLongTextIsTaken() {
        Map<String, Object> terms = terms(latest + 1);
        terms.put("text", "ä".repeat(100_000));
        publish(terms).expect(201);
    }

    @Test
    void anAccountIsMadeOnlyWithTheVersionInForce() {
        publish();
        ProgramClient client = program.client();
        HttpAnswer missing = client.api("POST", "/api/v1/registrations", person(null));
        assertThat(missing.expectProblem(422, "invalid-field").text("field")).isEqualTo("terms");
        HttpAnswer old = client.api("POST", "/api/v1/registrations", person(latest - 1));
        assertThat(old.expectProblem(409, "terms-changed").text("field")).isEqualTo("terms");
        assertThat(old.json().path("terms").asInt()).isEqualTo(latest);
        client.api("POST", "/api/v1/registrations", person(latest + 1)).expectProblem(422, "invalid-field");
        client.api("POST", "/api/v1/registrations", person(0)).expectProblem(422, "invalid-field");

        Map<String, Object> person = person(latest);
        String account =
                client.api("POST", "/api/v1/registrations", person).expect(201).text("account");
        HttpAnswer signedIn = client.api(
                "POST", "/api/v1/sessions", Map.of("email", person.get("email"), "password", person.get("password")));
        client.withToken(signedIn.expect(201).text("token")).api("GET", WALLET).expect(200);
        assertThat(acceptances(account)).isEqualTo(1);
        assertThat(audited(account)).contains("\"terms\":\"" + latest + "\"");
    }

    @Test
    void whoeverIsInvitedAcceptsThemToo() {
        String email = UUID.randomUUID() + "@example.org";
        String token = program.users()
                .administrator()
                .client()
                .api("POST", "/api/v1/invitations", Map.of("role", "ANALYST", "email", email))
                .expect(201)
                .text("token");
        Map<String, Object> person = person(null);
        person.remove("email");
        person.remove("role");
        person.put("token", token);
        HttpAnswer missing = program.client().api("POST", "/api/v1/invitations/acceptance", person);
        assertThat(missing.expectProblem(422, "invalid-field").text("field")).isEqualTo("terms");
        person.put("terms", latest);
        String account = program.client()
                .api("POST", "/api/v1/invitations/acceptance", person)
                .expect(201)
                .text("account");
        assertThat(acceptances(account)).isEqualTo(1);
    }

    @Test
    void whoeverIsSignedInIsAskedOnceOnEveryNodeWhenANewVersionComes() {
        SignedInUser fan = program.users().fan();
        ProgramClient elsewhere = fan.client().forProgram(node.address());
        elsewhere.api("GET", WALLET).expect(200);
        publish();
        HttpAnswer asked = fan.client().api("GET", WALLET).expectProblem(403, "terms-not-accepted");
        assertThat(asked.json().path("terms").asInt()).isEqualTo(latest);
        elsewhere.api("GET", WALLET).expectProblem(403, "terms-not-accepted");

        elsewhere.api("POST", ACCEPTANCE, Map.of("number", latest - 1)).expectProblem(409, "terms-changed");
        elsewhere.api("POST", ACCEPTANCE, Map.of("number", latest + 1)).expectProblem(422, "invalid-field");
        fan.client().api("GET", WALLET).expectProblem(403, "terms-not-accepted");
        elsewhere.api("POST", ACCEPTANCE, Map.of("number", latest)).expect(204);
        elsewhere.api("POST", ACCEPTANCE, Map.of("number", latest)).expect(204);
        fan.client().api("GET", WALLET).expect(200);
        elsewhere.api("GET", WALLET).expect(200);
        assertThat(acceptances(fan.id())).isEqualTo(2);
    }

    @Test
    void whoeverPublishesIsAskedLikeEverybodyAndLocksNobodyOut() {
        SignedInUser administrator = program.users().administrator();
        publish();
        administrator.client().api("GET", "/api/v1/audit").expectProblem(403, "terms-not-accepted");
        administrator.client().api("POST", TERMS, terms(latest + 1)).expectProblem(403, "terms-not-accepted");
        accept(administrator);
        administrator.client().api("GET", "/api/v1/audit").expect(200);
    }

    @Test
    void aVersionThatIsToComeIsAskedForFromItsTimeOn() {
        Map<String, Object> terms = terms(latest + 1);
        terms.put("effectiveAt", Instant.now().plus(Duration.ofSeconds(4)).toString());
        SignedInUser fan = program.users().fan();
        publish(terms).expect(201);
        fan.client().api("GET", WALLET).expect(200);
        fan.client().api("POST", ACCEPTANCE, Map.of("number", latest)).expectProblem(422, "invalid-field");
        Awaitility.await().until(() -> fan.client().api("GET", WALLET).status() == 403);
        fan.client().api("POST", ACCEPTANCE, Map.of("number", latest)).expect(204);
        fan.client().api("GET", WALLET).expect(200);
    }

    @Test
    void untilThenOneSignsInEndsSessionsAndLeaves() {
        SignedInUser creator = program.users().creator();
        SignedInUser other = program.users().fan();
        publish();
        ProgramClient again = program.users().signIn(creator);
        again.api("GET", "/api/v1/sessions/current").expect(200);
        again.api("GET", "/api/v1/sessions").expect(200);
        again.api("GET", "/api/v1/factors").expect(200);
        again.api("DELETE", "/api/v1/sessions").expect(204);
        again.api("GET", "/api/v1/payments").expectProblem(403, "terms-not-accepted");
        again.api("POST", "/api/v1/accounts/" + other.id() + "/closure").expectProblem(404, "not-found");
        again.api("POST", "/api/v1/accounts/" + creator.id() + "/closure").expect(204);
        again.api("GET", "/api/v1/sessions/current").expect(401);
    }

    @Test
    void anAdministratorClosesNobodyElsesAccountUntilThen() {
        SignedInUser administrator = program.users().administrator();
        SignedInUser fan = program.users().fan();
        publish();
        administrator
                .client()
                .api("POST", "/api/v1/accounts/" + fan.id() + "/closure")
                .expectProblem(403, "terms-not-accepted");
    }

    @Test
    void whatIsPublishedAndAcceptedIsAudited() {
        SignedInUser administrator = program.users().administrator();
        SignedInUser fan = program.users().fan();
        publish();
        accept(administrator);
        accept(fan);
        program.settle();
        assertThat(audit("terms:" + latest)).contains("identity.publish_terms", administrator.id());
        assertThat(audit("account:" + fan.id())).contains("identity.accept_terms", "\"terms\":\"" + latest + "\"");
    }

    @Test
    void whatGoesOnBehindADoorEndsWithTheSessionsRight() {
        SignedInUser administrator = program.users().administrator();
        UUID session = UUID.fromString(administrator
                .client()
                .api("GET", "/api/v1/sessions")
                .expect(200)
                .json()
                .valueStream()
                .filter(row -> row.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString());
        IdentitySessionRepository sessions = program.bean(IdentitySessionRepository.class);
        assertThat(sessions.holdsOneOf(session, Set.of(Role.ADMINISTRATOR))).isTrue();
        publish();
        assertThat(sessions.holdsOneOf(session, Set.of(Role.ADMINISTRATOR))).isFalse();
        accept(administrator);
        assertThat(sessions.holdsOneOf(session, Set.of(Role.ADMINISTRATOR))).isTrue();
    }

    @Test
    void theCurrentVersionCountsItsAccounts() {
        publish();
        accept(program.users().administrator());
        long before = program.bean(Terms.class).accepted(latest);
        program.users().fan();
        assertThat(program.bean(Terms.class).accepted(latest)).isEqualTo(before + 1);
        assertThat(program.users()
                        .staff(Role.ANALYST)
                        .client()
                        .api("POST", TERMS, terms(latest + 1))
                        .status())
                .isEqualTo(403);
    }

    private static void publish() {
        publish(terms(latest + 1)).expect(201);
    }

    /** By the administrator, who accepts what is in force before. */
    private static HttpAnswer publish(Map<String, Object> terms) {
        SignedInUser administrator = program.users().administrator();
        if (latest > 0) {
            accept(administrator);
        }
        HttpAnswer answer = administrator.client().api("POST", TERMS, terms);
        if (answer.status() == 201) {
            latest++;
        }
        return answer;
    }

    private static void refusePublication(String field, Map<String, Object> changes) {
        Map<String, Object> terms = terms(latest + 1);
        terms.putAll(changes);
        assertThat(publish(terms).expectProblem(422, "invalid-field").text("field"))
                .isEqualTo(field);
    }

    private static void accept(SignedInUser user) {
        int number = program.client()
                .api("GET", TERMS)
                .expect(200)
                .json()
                .path("number")
                .asInt();
        user.client().api("POST", ACCEPTANCE, Map.of("number", number)).expect(204);
    }

    private static Map<String, Object> terms(int number) {
        return new HashMap<>(Map.of(
                "number",
                number,
                "title",
                "Terms of use",
                "change",
                "The number is " + number + ".",
                "text",
                "Text of version " + number + ".\r\n\r\nBe kind."));
    }

    private static Map<String, Object> person(Integer terms) {
        Map<String, Object> person = new HashMap<>(SignInTest.person(UUID.randomUUID() + "@example.org"));
        if (terms != null) {
            person.put("terms", terms);
        }
        return person;
    }

    private static int acceptances(String account) {
        return JdbcClient.create(program.database().asOwner())
                .sql("select count(*) from identity.terms_acceptance where account_id = cast(:account as uuid)")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    private static String audited(String account) {
        program.settle();
        return audit("account:" + account);
    }

    private static String audit(String subject) {
        SignedInUser administrator = program.users().administrator();
        accept(administrator);
        return administrator
                .client()
                .api("GET", "/api/v1/audit?subject=" + subject)
                .expect(200)
                .body();
    }
}
