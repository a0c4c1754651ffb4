package network.fanz.content.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import network.fanz.common.AccountId;
import network.fanz.common.Forbidden;
import network.fanz.common.InvalidField;
import network.fanz.common.Role;
import network.fanz.platform.vault.Vault;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditEntry;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.IdentityDesk;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creators show who they are at the sandbox, and staff look after it. */
@Tag("database")
class VerificationsTest {
    private static final String CHECK = "/api/v1/compliance/verification";
    private static final String BEFORE = "/account/before-uploads";

    private static RunningFanz program;
    private static SignedInUser custodian;

    private final Verifications verifications = program.bean(Verifications.class);
    private final SignedInUser creator = program.users().creator();
    private final AccountId id = AccountId.of(creator.id());

    @BeforeAll
    static void open() {
        program = RunningFanz.start("--fanz.sandbox.identity.looks-for=4s");
        custodian = program.users().staff(Role.CUSTODIAN);
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @Test
    void aYesOfTheProviderVerifiesAndOnlyWhatIsNeededIsKept() {
        assertThat(standing().text("state")).isEqualTo("NONE");
        IdentityDesk.show(creator, "approve");
        IdentityDesk.await(creator, "VERIFIED");
        Verification check = only();
        assertThat(check.reference()).startsWith("chk_");
        assertThat(check.page()).isNull();
        assertThat(check.document()).isNotNull();
        assertThat(standing().text("next")).isEqualTo("NOT_NEEDED");
        creator.client().api("POST", CHECK).expectProblem(409, "verification-not-needed");
        assertThat(states()).containsExactly(VerificationState.STARTED, VerificationState.VERIFIED);
        assertThat(stored()).doesNotContain("Ada", "Maker", "1990-04-05");
    }

    @Test
    void whoeverBeginsTwiceGoesOnWithTheSameCheck() {
        String page = creator.client().api("POST", CHECK).expect(200).text("page");
        assertThat(creator.client().api("POST", CHECK).expect(200).text("page")).isEqualTo(page);
        assertThat(verifications.ofCreator(id)).hasSize(1);
    }

    @Test
    void doubtIsShownAndEndsWithAYesOrANo() {
        IdentityDesk.show(creator, "doubt_then_approve");
        IdentityDesk.await(creator, "VERIFIED");
        SignedInUser other = program.users().creator();
        IdentityDesk.show(other, "doubt_then_refuse");
        IdentityDesk.await(other, "REFUSED");
        other.client().api("POST", CHECK).expectProblem(409, "verification-by-staff");
        assertThat(other.client().get("auth", BEFORE).body())
                .contains("because the document does not seem to be real", "Only whoever runs this site");
    }

    @Test
    void whatAProviderTakesBackEndsAtOnceAndPeopleAreCalled() {
        IdentityDesk.show(creator, "taken_back");
        IdentityDesk.await(creator, "REFUSED");
        assertThat(only().reason()).isEqualTo("taken_back");
        assertThat(states())
                .containsExactly(VerificationState.STARTED, VerificationState.VERIFIED, VerificationState.REFUSED);
        assertThat(verifications.unexpected(only().id())).isNotEmpty();
        await().untilAsserted(() -> assertThat(alerts()).contains("Identity Message Unexpected"));
    }

    @Test
    void nobodyUnder18IsVerifiedWhateverTheProviderSaysAndItIsCritical() {
        IdentityDesk.show(creator, "approve", "2015-01-01", null);
        IdentityDesk.await(creator, "REFUSED");
        assertThat(only().reason()).isEqualTo("under_age");
        assertThat(stored()).doesNotContain("2015-01-01");
        await().untilAsserted(() -> assertThat(alerts()).contains("Creator Under Age", "critical_event"));
        creator.client().api("POST", CHECK).expectProblem(409, "verification-by-staff");
    }

    @Test
    void aNoCanBeTriedAgainTwice() {
        for (int time = 0; time < 3; time++) {
            IdentityDesk.show(creator, "unreadable");
            IdentityDesk.await(creator, "REFUSED");
        }
        creator.client().api("POST", CHECK).expectProblem(409, "verification-tries-used-up");
        custodian
                .client()
                .api("POST", "/api/v1/compliance/creators/" + creator.id() + "/another-check")
                .expect(204);
        creator.client().api("POST", CHECK).expect(200);
    }

    @Test
    void aLostMessageIsMadeUpForByAsking() {
        IdentityDesk.show(creator, "approve_without_message");
        assertThat(standing().text("state")).isEqualTo("STARTED");
        JdbcClient.create(program.database().asOwner())
                .sql("update compliance.verification set ask_at = begun_at where creator = ?")
                .param(id.value())
                .update();
        IdentityDesk.await(creator, "VERIFIED");
    }

    @Test
    void staffWithdrawWithAReasonAndAFreshProofAndOnlyStaffLetTryAgain() {
        IdentityDesk.show(creator, "approve");
        IdentityDesk.await(creator, "VERIFIED");
        String path = "/compliance/verifications/" + only().id();
        HttpAnswer page = custodian.client().get("dash", path).expect(200);
        assertThat(custodian
                        .client()
                        .submitForm(page, path + "/withdrawal", Map.of("reason", ""))
                        .body())
                .contains("id=\"reason-error\"");
        assertThat(custodian
                        .client()
                        .submitForm(page, path + "/withdrawal", Map.of("reason", "document_doubted"))
                        .expect(200)
                        .body())
                .contains("It is withdrawn.", "Withdrawn by staff", "there is doubt about the document");
        assertThat(standing().text("state")).isEqualTo("WITHDRAWN");
        creator.client().api("POST", CHECK).expectProblem(409, "verification-by-staff");
        HttpAnswer after = custodian.client().get("dash", path).expect(200);
        custodian.client().submitForm(after, path + "/another-check", Map.of()).expect(200);
        creator.client().api("POST", CHECK).expect(200);
    }

    @Test
    void aWithdrawalEndsWhatIsUnderWayToo() {
        IdentityDesk.show(creator, "approve");
        IdentityDesk.await(creator, "VERIFIED");
        Verification first = only();
        JdbcClient.create(program.database().asOwner())
                .sql("update compliance.verification set document_expires = current_date + 20 where id = ?")
                .param(first.id())
                .update();
        IdentityDesk.show(creator, "never_answers");
        assertThat(standing().text("state")).isEqualTo("VERIFIED");
        verifications.withdraw(AccountId.of(custodian.id()), first.id(), WithdrawalReason.ANOTHER_PERSON);
        assertThat(verifications.ofCreator(id))
                .extracting(Verification::state)
                .containsOnly(VerificationState.WITHDRAWN);
        assertThatThrownBy(() -> verifications.withdraw(id, first.id(), WithdrawalReason.MISTAKEN))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aLaterCheckThatFindsSomebodyUnder18EndsTheYesBefore() {
        IdentityDesk.show(creator, "approve");
        IdentityDesk.await(creator, "VERIFIED");
        endsSoon();
        IdentityDesk.show(creator, "unreadable");
        await().until(() -> standing().text("next").equals("MAY_BEGIN"));
        assertThat(standing().text("state")).isEqualTo("VERIFIED");
        assertThat(creator.client().get("auth", BEFORE).body())
                .contains("The check of your next document ended with a no, because the document could not be read.");
        IdentityDesk.show(creator, "under_age");
        IdentityDesk.await(creator, "REFUSED");
        assertThat(verifications.ofCreator(id)).extracting(Verification::state).containsOnly(VerificationState.REFUSED);
    }

    @Test
    void aNoAboutACheckThatHasEndedEndsTheLaterYesIfOnlyStaffCouldLetTryAgain() {
        IdentityDesk.show(creator, "unreadable");
        IdentityDesk.await(creator, "REFUSED");
        Verification first = only();
        IdentityDesk.show(creator, "approve");
        IdentityDesk.await(creator, "VERIFIED");
        JdbcClient owner = JdbcClient.create(program.database().asOwner());
        owner.sql("update compliance.sandbox_check set choice = 'UNDER_AGE' where our_check = ?")
                .param(first.id())
                .update();
        owner.sql("update compliance.verification set ask_at = now() where id = ?")
                .param(first.id())
                .update();
        IdentityDesk.await(creator, "REFUSED");
        assertThat(verifications.unexpected(first.id())).isNotEmpty();
        assertThat(verifications.ofCreator(id)).extracting(Verification::state).containsOnly(VerificationState.REFUSED);
    }

    @Test
    void nobodyIsAllowedAnotherTryWhileACheckIsUnderWay() {
        IdentityDesk.show(creator, "never_answers");
        custodian
                .client()
                .api("POST", "/api/v1/compliance/creators/" + creator.id() + "/another-check")
                .expectProblem(409, "check-under-way");
    }

    @Test
    void aSignatureInAnotherNameThanTheOneThatHoldsNowIsGivenAgain() {
        IdentityDesk.show(creator, "approve");
        IdentityDesk.await(creator, "VERIFIED");
        IdentityDesk.sign(creator);
        endsSoon();
        IdentityDesk.show(creator, "approve", "1990-04-05", null, "Ada Baker");
        await().untilAsserted(() -> assertThat(verifications.ofCreator(id)).hasSize(2));
        await().until(() -> verifications.ofCreator(id).getFirst().state() == VerificationState.VERIFIED);
        ProviderAgreement agreement = program.bean(ProviderAgreement.class);
        assertThat(agreement.standing(id).isSigned()).isFalse();
        assertThatThrownBy(() -> agreement.sign(id, 1, "Ada Maker", true)).isInstanceOf(InvalidField.class);
        agreement.sign(id, 1, "Ada Baker", true);
        assertThat(agreement.standing(id).isSigned()).isTrue();
    }

    @Test
    void peopleAreCalledWhereSomebodyTooYoungIsToBeRecordedOrTurnsOutToBe() {
        String path = "/api/v1/compliance/performers";
        Map<String, String> young = Map.of("family", "Lovelace", "given", "Ada", "dateOfBirth", "2015-01-01");
        creator.client().api("POST", path, young).expectProblem(422, "performer-under-age");
        await().untilAsserted(() -> assertThat(alerts()).contains("performer_under_age"));
        String record = creator.client()
                .api("POST", path, Map.of("family", "Byron", "given", "Ada", "dateOfBirth", "1990-01-01"))
                .expect(201)
                .text("id");
        Map<String, Object> amendment = Map.of("from", 1, "person", young, "why", "Wrong", "evidence", "A certificate");
        creator.client()
                .api("POST", path + "/" + record + "/amendments", amendment)
                .expect(204);
        await().untilAsserted(() -> assertThat(alerts()).contains(record));
    }

    private void endsSoon() {
        JdbcClient.create(program.database().asOwner())
                .sql("update compliance.verification set document_expires = current_date + 20 where creator = ?")
                .param(id.value())
                .update();
    }

    @Test
    void aNewerCheckTakesThePlaceOfTheOneBefore() {
        IdentityDesk.show(creator, "approve");
        IdentityDesk.await(creator, "VERIFIED");
        JdbcClient.create(program.database().asOwner())
                .sql("update compliance.verification set document_expires = current_date + 20 where creator = ?")
                .param(id.value())
                .update();
        IdentityDesk.show(creator, "approve");
        await().untilAsserted(() -> assertThat(verifications.ofCreator(id))
                .extracting(Verification::state)
                .containsExactly(VerificationState.VERIFIED, VerificationState.REPLACED));
    }

    @Test
    void everyLookAtAPersonIsAuditedAndNoListShowsOne() {
        IdentityDesk.show(creator, "approve");
        IdentityDesk.await(creator, "VERIFIED");
        String path = "/compliance/verifications/" + only().id();
        HttpAnswer page = custodian.client().get("dash", path).expect(200);
        assertThat(page.body()).doesNotContain("Ada Maker");
        program.settle();
        assertThat(looks()).isEmpty();
        assertThat(custodian
                        .client()
                        .submitForm(page, path + "/person", Map.of())
                        .expect(200)
                        .body())
                .contains("Ada Maker");
        custodian
                .client()
                .api("GET", "/api/v1/compliance/verifications/" + only().id() + "/person")
                .expect(200);
        await().untilAsserted(() -> assertThat(looks())
                .hasSize(2)
                .allMatch(entry -> AccountId.of(custodian.id()).equals(entry.actor())));
        assertThat(custodian
                        .client()
                        .api("GET", "/api/v1/compliance/verifications?state=VERIFIED")
                        .expect(200)
                        .body())
                .contains(only().id().toString())
                .doesNotContain("Ada", "\"page\"", "\"reference\"");
        assertThat(custodian
                        .client()
                        .get("dash", "/compliance/verifications")
                        .expect(200)
                        .body())
                .contains(only().id().toString());
    }

    @Test
    void theRecordOutlivesTheErasureOfTheAccount() {
        IdentityDesk.show(creator, "approve");
        IdentityDesk.await(creator, "VERIFIED");
        IdentityDesk.sign(creator);
        assertThat(creator.client()
                        .get("auth", "/account/data/file")
                        .expect(200)
                        .body())
                .contains("identity_checks", "\"legal_name\" : \"Ada Maker\"", "agreements_signed");
        program.bean(Vault.class).forget(id.value());
        assertThat(verifications
                        .person(AccountId.of(custodian.id()), only().id())
                        .legalName())
                .isEqualTo("Ada Maker");
    }

    @Test
    void thePageLeadsThroughBothSteps() {
        HttpAnswer page = creator.client().get("auth", BEFORE).expect(200);
        assertThat(page.body()).contains("1. Who you are", "To do", "Begin", "2. The agreement");
        HttpAnswer begun = creator.client()
                .submitForm(page, BEFORE + "/verification", Map.of())
                .expect(200);
        assertThat(begun.body()).contains("Go on to the provider’s page", "/sandbox/identity/chk_");
        assertThat(creator.client().get("auth", BEFORE + "?back").header("Refresh"))
                .startsWith("3; url=");
        assertThat(creator.client().get("auth", BEFORE + "?back&look=20").header("Refresh"))
                .isNull();
        IdentityDesk.show(creator, "approve");
        IdentityDesk.await(creator, "VERIFIED");
        HttpAnswer agreement =
                creator.client().get("auth", "/account/agreement").expect(200);
        assertThat(agreement.body()).contains("This text is not reviewed by counsel.");
        assertThat(creator.client()
                        .submitForm(agreement, "/account/agreement", Map.of("name", "Eve Other", "agreed", "yes"))
                        .expect(422)
                        .body())
                .contains("id=\"name-error\"");
        assertThat(creator.client()
                        .submitForm(agreement, "/account/agreement", Map.of("name", "Ada Maker"))
                        .expect(422)
                        .body())
                .contains("id=\"agreed-error\"");
        assertThat(creator.client()
                        .submitForm(agreement, "/account/agreement", Map.of("name", "MAKER Ada", "agreed", "yes"))
                        .expect(200)
                        .body())
                .contains("Both are done.");
    }

    private HttpAnswer standing() {
        return creator.client().api("GET", CHECK).expect(200);
    }

    private Verification only() {
        List<Verification> all = verifications.ofCreator(id);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<VerificationState> states() {
        return verifications.moves(only().id()).stream()
                .map(VerificationMove::to)
                .toList();
    }

    private List<AuditEntry> looks() {
        return program.bean(Audit.class).entries("account:" + id, null, null).items().stream()
                .filter(entry -> entry.name().equals("compliance.look_at_identity"))
                .toList();
    }

    /** All that the database has of the check, as text. */
    private String stored() {
        return JdbcClient.create(program.database().asOwner())
                .sql("""
                        select v::text || coalesce(encode(legal_name, 'escape'), '') || coalesce(encode(born, 'escape'), '')
                          from compliance.verification v where creator = ?""")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private static String alerts() {
        return program.users()
                .administrator()
                .client()
                .api("GET", "/api/v1/security/alerts?limit=100")
                .expect(200)
                .body();
    }
}
