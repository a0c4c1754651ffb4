package network.fanz.content.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.testing.Letters;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestRecords;
import network.fanz.testing.TestUploads;
import network.fanz.testing.TestWorks;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Everybody in a work signs for themselves, and takes it back when they like. */
@Tag("database")
class ConsentsTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final String ASKED = "You are asked for your consent";
    private static final Map<String, String> BOTH = Map.of("depicted", "yes", "published", "yes");
    private static SignedInUser creator;
    private static String oneself;
    private static String other;

    private final String email = "performer-" + UUID.randomUUID() + "@example.org";
    private String work;

    @BeforeAll
    static void record() {
        creator = FANZ.users().verifiedCreator();
        oneself = TestRecords.complete(FANZ, creator, true, "Ada", "Maker");
    }

    @BeforeEach
    void begin() {
        other = TestRecords.complete(FANZ, creator, false, "Grace", "Hopper");
        work = TestRecords.work(FANZ, creator, "By the sea");
    }

    private JsonNode standing() {
        return creator.client()
                .api("GET", "/api/v1/works/" + work + "/people")
                .expect(200)
                .json();
    }

    private List<String> missing() {
        return standing().path("missing").findValuesAsString("kind");
    }

    private static List<String> missing(String work) {
        return creator.client()
                .api("GET", "/api/v1/works/" + work + "/people")
                .expect(200)
                .json()
                .path("missing")
                .findValuesAsString("kind");
    }

    private HttpAnswer ask(String performer, String address) {
        return creator.client()
                .api(
                        "POST",
                        "/api/v1/works/" + work + "/people/" + performer + "/invitation",
                        Map.of("email", address, "language", "en"));
    }

    private String link(String subject, String path) {
        FANZ.run("mail.deliver");
        return new Letters(FANZ, email).found(subject, path + "\\?token=([A-Za-z0-9_-]{43})");
    }

    private String asked() {
        TestRecords.said(FANZ, creator, work, List.of(other), Map.of()).expect(204);
        ask(other, email).expect(204);
        return link(ASKED, "/consent");
    }

    private static HttpAnswer sign(ProgramClient client, String token, Map<String, String> scopes, String name) {
        HttpAnswer page = client.get("auth", "/consent?token=" + token).expect(200);
        Map<String, String> fields = new HashMap<>(scopes);
        fields.put("name", name);
        return client.submitForm(page, "/consent", fields);
    }

    private static HttpAnswer revoke(String token, Map<String, String> scopes) {
        ProgramClient client = FANZ.client();
        HttpAnswer page =
                client.get("auth", "/consent/revocation?token=" + token).expect(200);
        return client.submitForm(page, "/consent/revocation", scopes);
    }

    private HttpAnswer signOneself(String performer, String name) {
        return creator.client()
                .api(
                        "POST",
                        "/api/v1/works/" + work + "/people/" + performer + "/signature",
                        Map.of("name", name, "scopes", List.of("DEPICTED", "PUBLISHED"), "text", 1, "language", "en"));
    }

    private String state() {
        return state(work);
    }

    private static String state(String work) {
        return creator.client().api("GET", "/api/v1/works/" + work).expect(200).text("state");
    }

    @Test
    void aWorkOfWhichNobodyHasSaidWhoIsInItLacksThat() {
        assertThat(missing()).containsExactly("NOT_SAID");
        TestRecords.said(FANZ, creator, work, List.of(), Map.of()).expectProblem(422, "invalid-field");
        TestRecords.said(FANZ, creator, work, List.of(), Map.of("nobody", true)).expect(204);
        assertThat(standing().path("complete").asBoolean()).isTrue();
    }

    @Test
    void nobodyButTheCreatorIsARecordTooAndTheySignInTheStudio() {
        TestRecords.said(FANZ, creator, work, List.of(oneself), Map.of()).expect(204);
        assertThat(missing()).containsExactly("NO_CONSENT", "NO_CONSENT");
        signOneself(oneself, "Ada Baker").expectProblem(422, "invalid-field");
        signOneself(oneself, "MAKER, Ada").expect(204);
        assertThat(standing().path("complete").asBoolean()).isTrue();
    }

    @Test
    void whoeverIsAskedSignsOnceByTheirOwnLinkAndReadsWhatItIsAbout() {
        String token = asked();
        ProgramClient late = FANZ.client();
        HttpAnswer page = late.get("auth", "/consent?token=" + token).expect(200);
        assertThat(page.body())
                .contains("By the sea", "Your consent", "Being in it")
                .doesNotContain("Hopper");
        assertThat(missing()).containsExactly("NO_CONSENT", "NO_CONSENT");
        assertThat(sign(FANZ.client(), token, BOTH, "grace hopper").body()).contains("A letter is on its way");
        assertThat(standing().path("complete").asBoolean()).isTrue();
        FANZ.client().get("auth", "/consent?token=" + token).expect(410);
        HttpAnswer again = late.submitForm(page, "/consent", signed("Grace Hopper"));
        assertThat(again.status()).isEqualTo(410);
        FANZ.client().get("auth", "/consent?token=" + "x".repeat(43)).expect(410);
    }

    private static Map<String, String> signed(String name) {
        Map<String, String> fields = new HashMap<>(BOTH);
        fields.put("name", name);
        return fields;
    }

    @Test
    void oneScopeMissingOfOnePersonHoldsTheWork() {
        TestRecords.said(FANZ, creator, work, List.of(oneself, other), Map.of()).expect(204);
        signOneself(oneself, "Ada Maker").expect(204);
        ask(other, email).expect(204);
        sign(FANZ.client(), link(ASKED, "/consent"), Map.of("depicted", "yes", "downloaded", "yes"), "Grace Hopper");
        JsonNode standing = standing();
        assertThat(standing.path("missing").findValuesAsString("performer")).containsExactly(other);
        assertThat(standing.path("missing").findValuesAsString("detail"))
                .containsExactly("They have not agreed that it is published.");
    }

    @Test
    void theCreatorSignsForNobodyElse() {
        String token = asked();
        signOneself(other, "Grace Hopper").expectProblem(422, "invalid-field");
        ask(other, creator.email()).expectProblem(422, "invalid-field");
        ask(oneself, "another-" + email).expect(404);
        creator.client().get("auth", "/consent?token=" + token).expect(403);
        String third = TestRecords.complete(FANZ, creator, false, "Mary", "Somerville");
        TestRecords.said(FANZ, creator, work, List.of(third), Map.of("from", 1, "why", "Another", "evidence", "A list"))
                .expect(204);
        ask(third, email).expectProblem(422, "invalid-field");
    }

    @Test
    void aRecordOfOneselfInAnotherNameThanOnesDocumentSignsNothing() {
        SignedInUser stranger = FANZ.users().verifiedCreator();
        String record = TestRecords.complete(FANZ, stranger, true, "Grace", "Hopper");
        String made = TestRecords.work(FANZ, stranger, "Not mine");
        TestRecords.said(FANZ, stranger, made, List.of(record), Map.of()).expect(204);
        stranger.client()
                .api(
                        "POST",
                        "/api/v1/works/" + made + "/people/" + record + "/signature",
                        Map.of(
                                "name",
                                "Grace Hopper",
                                "scopes",
                                List.of("DEPICTED", "PUBLISHED"),
                                "text",
                                1,
                                "language",
                                "en"))
                .expectProblem(409, "oneself-not-proven");
    }

    @Test
    void anotherNameSignsNothingAndTenOfThemEndTheLink() {
        String token = asked();
        for (int number = 1; number < 10; number++) {
            assertThat(sign(FANZ.client(), token, BOTH, "Grace H").body()).contains("name-error");
        }
        assertThat(sign(FANZ.client(), token, BOTH, "Grace H").status()).isEqualTo(410);
        FANZ.client().get("auth", "/consent?token=" + token).expect(410);
        assertThat(missing()).containsExactly("NO_CONSENT", "NO_CONSENT");
    }

    @Test
    void nothingTickedIsNothingSigned() {
        assertThat(sign(FANZ.client(), asked(), Map.of(), "Grace Hopper").body())
                .contains("scopes-error");
        assertThat(missing()).containsExactly("NO_CONSENT", "NO_CONSENT");
    }

    @Test
    void aSecondLetterEndsTheFirstOnesLinkAndTooManyAreRefused() {
        String first = asked();
        for (int letter = 2; letter <= 5; letter++) {
            ask(other, email).expect(204);
        }
        FANZ.client().get("auth", "/consent?token=" + first).expect(410);
        ask(other, email).expectProblem(429, "consent-letters-used-up");
    }

    @Test
    void aPlusSignMakesNoOtherMailbox() {
        asked();
        for (int letter = 2; letter <= 5; letter++) {
            ask(other, email.replace("@", "+" + letter + "@")).expect(204);
        }
        ask(other, email.replace("@", "+6@")).expectProblem(429, "consent-letters-used-up");
        String own = creator.email();
        ask(other, own.replace("@", "+x@")).expectProblem(422, "invalid-field");
    }

    @Test
    void theSameFileDoesNotComeAgainWithoutWhoeverTookTheirConsentBack() {
        byte[] file = TestUploads.picture();
        work = TestWorks.of(FANZ, creator, file, "First");
        sign(FANZ.client(), asked(), BOTH, "Grace Hopper");
        String second = TestWorks.of(FANZ, creator, file, "Second");
        TestRecords.said(FANZ, creator, second, List.of(), Map.of("nobody", true))
                .expect(204);
        await().untilAsserted(() -> assertThat(state(second)).isEqualTo("REVIEW"));
        revoke(link("What you have agreed to", "/consent/revocation"), Map.of("published", "yes"));
        await().untilAsserted(() -> assertThat(missing(second)).containsExactly("CONSENT_REVOKED"));
        SignedInUser another = FANZ.users().verifiedCreator();
        String third = TestWorks.of(FANZ, another, file, "Third");
        TestRecords.said(FANZ, another, third, List.of(), Map.of("nobody", true))
                .expect(204);
        await().untilAsserted(() -> assertThat(another.client()
                        .api("GET", "/api/v1/works/" + third)
                        .expect(200)
                        .text("state"))
                .isEqualTo("HELD"));
    }

    @Test
    void aLinkEndsAfterItsTime() {
        String token = asked();
        JdbcClient.create(FANZ.database().asOwner())
                .sql("update compliance.consent_invitation set expires_at = made_at where work = ?")
                .param(UUID.fromString(work))
                .update();
        FANZ.client().get("auth", "/consent?token=" + token).expect(410);
    }

    @Test
    void whatIsTakenBackTakesTheWorkDownInTheSameMoment() {
        sign(FANZ.client(), asked(), BOTH, "Grace Hopper");
        String token = link("What you have agreed to", "/consent/revocation");
        assertThat(FANZ.client()
                        .get("auth", "/consent/revocation?token=" + token)
                        .expect(200)
                        .body())
                .contains("By the sea", "Agreed");
        assertThat(state()).isNotEqualTo("WITHDRAWN");
        assertThat(revoke(token, Map.of("published", "yes")).body()).contains("You have taken it back.");
        assertThat(state()).isEqualTo("WITHDRAWN");
        assertThat(missing()).contains("CONSENT_REVOKED", "NO_CONSENT");
        FANZ.run("mail.deliver");
        new Letters(FANZ, email).titled("You have taken your consent back");
        TestRecords.said(FANZ, creator, work, List.of(oneself), Map.of("from", 1, "why", "Alone", "evidence", "None"))
                .expect(204);
        signLeftOver();
        assertThat(missing()).as("leaving somebody out undoes nothing").contains("CONSENT_REVOKED");
    }

    private void signLeftOver() {
        signOneself(oneself, "Ada Maker").expectProblem(422, "invalid-field");
    }

    @Test
    void downloadsAloneAreTakenBackAndTheWorkStays() {
        sign(
                FANZ.client(),
                asked(),
                Map.of("depicted", "yes", "published", "yes", "downloaded", "yes"),
                "Grace Hopper");
        revoke(link("What you have agreed to", "/consent/revocation"), Map.of("downloaded", "yes"));
        assertThat(state()).isNotEqualTo("WITHDRAWN");
        assertThat(standing().path("complete").asBoolean()).isTrue();
    }

    @Test
    void anAccountWithTheAddressSignsAndTakesBackAndNoOther() {
        SignedInUser performer = FANZ.users().fan();
        JdbcClient.create(FANZ.database().asOwner())
                .sql("update identity.account set email_verified_at = registered_at where id = ?")
                .param(UUID.fromString(performer.id()))
                .update();
        TestRecords.said(FANZ, creator, work, List.of(other), Map.of()).expect(204);
        ask(other, performer.email()).expect(204);
        String id = performer
                .client()
                .api("GET", "/api/v1/compliance/consent-requests")
                .expect(200)
                .json()
                .path(0)
                .path("id")
                .asString();
        Map<String, Object> signature =
                Map.of("name", "Grace Hopper", "scopes", List.of("DEPICTED", "PUBLISHED"), "text", 1, "language", "de");
        String path = "/api/v1/compliance/consent-requests/" + id + "/signature";
        FANZ.users().fan().client().api("POST", path, signature).expect(404);
        performer.client().api("POST", path, signature).expect(204);
        assertThat(standing().path("complete").asBoolean()).isTrue();
        String given = performer
                .client()
                .api("GET", "/api/v1/compliance/consents")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asString();
        String revocation = "/api/v1/compliance/consents/" + given + "/revocation";
        Map<String, Object> all = Map.of("scopes", List.of("DEPICTED", "PUBLISHED"));
        creator.client().api("POST", revocation, all).expect(404);
        performer.client().api("POST", revocation, all).expect(204);
        performer.client().api("POST", revocation, all).expect(204);
        assertThat(state()).isEqualTo("WITHDRAWN");
        assertThat(performer
                        .client()
                        .get("auth", "/account/consents")
                        .expect(200)
                        .body())
                .contains("By the sea", "Taken back");
    }

    @Test
    void whatIsSaidOfAWorkIsAmendedWithAReasonAndIsOfItsCreatorAlone() {
        TestRecords.said(FANZ, creator, work, List.of(other), Map.of()).expect(204);
        TestRecords.said(FANZ, creator, work, List.of(oneself), Map.of()).expectProblem(409, "record-moved-on");
        TestRecords.said(FANZ, creator, work, List.of(oneself), Map.of("from", 1))
                .expectProblem(422, "invalid-field");
        TestRecords.said(
                        FANZ,
                        creator,
                        work,
                        List.of(oneself),
                        Map.of("from", 1, "why", "Wrong", "evidence", "The film"))
                .expect(204);
        SignedInUser stranger = FANZ.users().creator();
        stranger.client().api("GET", "/api/v1/works/" + work + "/people").expect(404);
        TestRecords.said(FANZ, stranger, work, List.of(), Map.of("nobody", true))
                .expect(404);
        String theirs = TestRecords.begun(FANZ, stranger, false, "Mary", "Somerville", "1985-12-10");
        TestRecords.said(FANZ, creator, work, List.of(theirs), Map.of("from", 2, "why", "More", "evidence", "The film"))
                .expectProblem(422, "invalid-field");
        TestRecords.said(
                        FANZ,
                        creator,
                        work,
                        List.of(oneself),
                        Map.of("from", 2, "producedOn", "2999-01-01", "why", "Later", "evidence", "None"))
                .expectProblem(422, "invalid-field");
    }
}
