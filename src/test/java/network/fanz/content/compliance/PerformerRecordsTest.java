package network.fanz.content.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.platform.vault.Vault;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Records of people in works: nothing is overwritten, whoever may not see them sees nothing, and each look of the staff is kept. */
@Tag("database")
class PerformerRecordsTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final String PATH = "/api/v1/compliance/performers";
    private static SignedInUser custodian;

    private final SignedInUser creator = FANZ.users().creator();
    private final JdbcClient owner = JdbcClient.create(FANZ.database().asOwner());

    @BeforeAll
    static void open() {
        custodian = FANZ.users().staff(Role.CUSTODIAN);
    }

    private static Map<String, Object> person(String family) {
        return Map.of(
                "family",
                family,
                "given",
                "Ada",
                "dateOfBirth",
                "1985-12-10",
                "otherNames",
                List.of(Map.of("kind", "STAGE", "name", "Star of " + family)));
    }

    private static Map<String, Object> document(String examined) {
        return Map.of(
                "type",
                "PASSPORT",
                "country",
                "DE",
                "issuer",
                "Stadt Köln",
                "number",
                "C01X00T47",
                "expiresOn",
                "2035-01-31",
                "recentPicture",
                true,
                "examinedOn",
                examined,
                "examinedBy",
                "Cleo Maker",
                "examinerAddress",
                "Hohe Straße 1, Köln");
    }

    private static Map<String, Object> amendment(int from, String what, Map<String, Object> content) {
        return Map.of("from", from, what, content, "why", "Married.", "evidence", "Certificate 12 of 2026, Köln");
    }

    private String recorded(String family) {
        return creator.client().api("POST", PATH, person(family)).expect(201).text("id");
    }

    private JsonNode seen(String id) {
        return creator.client().api("GET", PATH + "/" + id).expect(200).json();
    }

    private static String unusual() {
        return "Q" + UUID.randomUUID().toString().replace("-", "");
    }

    private static List<String> found(String name) {
        return custodian
                .client()
                .api("POST", PATH + "/search", Map.of("name", name))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static List<String> kinds(JsonNode view) {
        return view.path("missing").findValuesAsString("kind");
    }

    @Test
    void aRecordSaysWhatIsMissingUntilItIsThere() {
        String id = recorded("Lovelace");
        assertThat(kinds(seen(id))).containsExactly("NO_DOCUMENT");
        creator.client()
                .api("POST", PATH + "/" + id + "/documents", document("2026-01-02"))
                .expect(201);
        JsonNode view = seen(id);
        assertThat(kinds(view)).containsExactly("SCAN_MISSING");
        assertThat(view.path("complete").asBoolean()).isFalse();
        assertThat(view.path("missing").get(0).path("detail").asString())
                .isEqualTo("Passport (DE): its scan is missing.");
        JsonNode kept = view.path("record").path("documents").get(0);
        assertThat(kept.path("content").path("examinedOn").asString()).isEqualTo("2026-01-02");
        assertThat(kept.path("receivedAt").asString()).isNotEmpty().doesNotStartWith("2026-01-02");
    }

    @Test
    void aRecordIsCheckedForTheDayAndThePlaceOfAWork() {
        String id = recorded("Lovelace");
        creator.client()
                .api("POST", PATH + "/" + id + "/documents", document("2026-01-02"))
                .expect(201);
        String check = PATH + "/" + id + "/check?producedOn=2026-01-01&country=";
        assertThat(kinds(creator.client().api("GET", check + "US").expect(200).json()))
                .containsExactlyInAnyOrder("SCAN_MISSING", "EXAMINED_LATE", "FOREIGN_DOCUMENT");
        assertThat(kinds(creator.client()
                        .api("GET", check + "DE&timeZone=Europe/Berlin")
                        .expect(200)
                        .json()))
                .containsExactlyInAnyOrder("SCAN_MISSING", "EXAMINED_LATE");
        creator.client().api("GET", check + "XX").expectProblem(422, "invalid-field");
        creator.client().api("GET", check + "DE&timeZone=Nowhere").expectProblem(422, "invalid-field");
    }

    @Test
    void anAmendmentOverwritesNothingAndTheOldNameStillFinds() {
        String family = unusual();
        String married = unusual();
        String id = recorded(family);
        String path = PATH + "/" + id + "/amendments";
        creator.client()
                .api("POST", path, amendment(1, "person", person(married)))
                .expect(204);
        JsonNode versions = seen(id).path("record").path("versions");
        assertThat(versions.findValuesAsString("family")).containsExactly(family, married);
        assertThat(versions.get(1).path("amendment").path("why").asString()).isEqualTo("Married.");
        assertThat(versions.get(1).path("amendment").path("evidence").asString())
                .contains("Certificate 12");
        assertThat(versions.get(1).path("by").asString()).isEqualTo(creator.id());
        for (String name : List.of(family, married, "Star of " + family, "Star of " + married, married + ", Ada")) {
            assertThat(found(name)).as(name).containsExactly(id);
        }
    }

    @Test
    void anAmendmentFromAnOldVersionOrWithoutAReasonIsRefused() {
        String id = recorded("Lovelace");
        String path = PATH + "/" + id + "/amendments";
        creator.client()
                .api("POST", path, amendment(1, "person", person("Byron")))
                .expect(204);
        creator.client()
                .api("POST", path, amendment(1, "person", person("King")))
                .expectProblem(409, "record-moved-on");
        creator.client()
                .api("POST", path, Map.of("from", 2, "person", person("King"), "why", "Because"))
                .expectProblem(422, "invalid-field");
        creator.client()
                .api("POST", path, amendment(2, "person", person("Byron")))
                .expectProblem(422, "invalid-field");
        assertThat(seen(id).path("record").path("versions")).hasSize(2);
    }

    @Test
    void aDocumentIsAmendedWithoutChangingWhenWeGotIt() {
        String id = recorded("Lovelace");
        String documents = PATH + "/" + id + "/documents";
        String document = creator.client()
                .api("POST", documents, document("2026-01-02"))
                .expect(201)
                .text("id");
        creator.client()
                .api(
                        "POST",
                        documents + "/" + document + "/amendments",
                        amendment(1, "document", document("2026-01-03")))
                .expect(204);
        JsonNode versions = seen(id).path("record").path("documents");
        assertThat(versions.findValuesAsString("examinedOn")).containsExactly("2026-01-02", "2026-01-03");
        assertThat(versions.get(1).path("receivedAt")).isEqualTo(versions.get(0).path("receivedAt"));
        assertThat(versions.get(1).path("at")).isNotEqualTo(versions.get(0).path("at"));
    }

    @Test
    void sentAgainWithItsKeyNothingHappensTwice() {
        String key = UUID.randomUUID().toString();
        PerformerRecords records = FANZ.bean(PerformerRecords.class);
        AccountId id = AccountId.of(creator.id());
        PerformerDetails ada = new PerformerDetails("Lovelace", "Ada", List.of(), LocalDate.of(1985, 12, 10));
        PerformerDetails byron = new PerformerDetails("Byron", "Ada", List.of(), LocalDate.of(1985, 12, 10));
        Amendment married = new Amendment("Married.", "A certificate");
        UUID record = records.record(id, false, ada, key);
        assertThat(records.record(id, false, ada, key)).isEqualTo(record);
        assertThatThrownBy(() -> records.record(id, false, byron, key)).isInstanceOf(RecordKeyReused.class);
        records.amend(id, record, 1, byron, married, key);
        records.amend(id, record, 1, byron, married, key);
        assertThatThrownBy(() -> records.amend(id, record, 1, ada, married, key))
                .isInstanceOf(RecordKeyReused.class);
        assertThat(records.own(id, record).versions()).hasSize(2);
        assertThat(records.of(id, null).items()).hasSize(1);
    }

    @Test
    void howeverManyAmendAtOnceOneDoes() {
        PerformerRecords records = FANZ.bean(PerformerRecords.class);
        AccountId id = AccountId.of(creator.id());
        PerformerDetails ada = new PerformerDetails("Lovelace", "Ada", List.of(), LocalDate.of(1985, 12, 10));
        UUID record = records.record(id, false, ada, unusual());
        long done = IntStream.range(0, 8)
                .parallel()
                .filter(number -> amended(records, id, record, number))
                .count();
        assertThat(done).isEqualTo(1);
        assertThat(records.own(id, record).versions()).hasSize(2);
    }

    private static boolean amended(PerformerRecords records, AccountId id, UUID record, int number) {
        try {
            PerformerDetails other =
                    new PerformerDetails("Byron " + number, "Ada", List.of(), LocalDate.of(1985, 12, 10));
            records.amend(id, record, 1, other, new Amendment("Married.", "A certificate"), "key-" + number);
            return true;
        } catch (RecordMovedOn late) {
            return false;
        }
    }

    @Test
    void aRecordTakesTwentyDocumentsAndNoMore() {
        PerformerRecords records = FANZ.bean(PerformerRecords.class);
        AccountId id = AccountId.of(creator.id());
        UUID record = UUID.fromString(recorded("Lovelace"));
        IntStream.range(0, PerformerRecords.DOCUMENTS_MAX)
                .forEach(number -> records.addDocument(id, record, passport(number), "key-" + number));
        assertThatThrownBy(() -> records.addDocument(id, record, passport(99), "key-99"))
                .isInstanceOf(RecordFull.class);
        assertThat(records.addDocument(id, record, passport(3), "key-3")).isNotNull();
        assertThatThrownBy(() -> records.addDocument(id, record, passport(4), "key-3"))
                .isInstanceOf(RecordKeyReused.class);
        assertThat(records.own(id, record).currentDocuments()).hasSize(PerformerRecords.DOCUMENTS_MAX);
    }

    private static IdentityDocument passport(int number) {
        return new IdentityDocument(
                DocumentType.PASSPORT,
                "US",
                "Department of State",
                "X" + number,
                null,
                true,
                LocalDate.of(2026, 1, 2),
                "Cleo Maker",
                "1 High Street");
    }

    @Test
    void aCreatorRecordsThemselvesOnce() {
        Map<String, Object> me = new HashMap<>(person("Lovelace"));
        me.put("oneself", true);
        creator.client().api("POST", PATH, me).expect(201);
        creator.client().api("POST", PATH, me).expectProblem(409, "oneself-recorded");
        creator.client().api("POST", PATH, person("Byron")).expect(201);
    }

    @Test
    void whoeverIsNotSurely18IsNotRecordedAndThatItWasTriedIsKept() {
        Map<String, Object> minor = new HashMap<>(person("Lovelace"));
        minor.put(
                "dateOfBirth",
                LocalDate.now(ZoneOffset.UTC).minusYears(18).plusDays(1).toString());
        creator.client().api("POST", PATH, minor).expectProblem(422, "performer-under-age");
        minor.put("dateOfBirth", "2090-01-01");
        creator.client().api("POST", PATH, minor).expectProblem(422, "invalid-field");
        minor.put("dateOfBirth", "1790-01-01");
        creator.client().api("POST", PATH, minor).expectProblem(422, "invalid-field");
        assertThat(creator.client().api("GET", PATH).expect(200).json().path("items"))
                .isEmpty();
        assertThat(audited("account:" + creator.id())).contains("compliance.refuse_minor");
    }

    /** A correction that makes somebody younger is no less true for it: the record then says that it does for nothing. */
    @Test
    void aDateOfBirthThatIsAmendedToAMinorsIsKeptAndIsAGap() {
        String id = recorded("Lovelace");
        Map<String, Object> minor = new HashMap<>(person("Lovelace"));
        minor.put("dateOfBirth", LocalDate.now(ZoneOffset.UTC).minusYears(17).toString());
        creator.client()
                .api("POST", PATH + "/" + id + "/amendments", amendment(1, "person", minor))
                .expect(204);
        assertThat(kinds(seen(id))).contains("UNDER_AGE");
    }

    @Test
    void anothersRecordIsThereForNobodyElse() {
        String id = recorded("Lovelace");
        SignedInUser other = FANZ.users().creator();
        other.client().api("GET", PATH + "/" + id).expectProblem(404, "not-found");
        other.client()
                .api("GET", PATH + "/" + id + "/check?producedOn=2026-01-01&country=DE")
                .expect(404);
        other.client()
                .api("POST", PATH + "/" + id + "/amendments", amendment(1, "person", person("Byron")))
                .expectProblem(404, "not-found");
        other.client()
                .api("POST", PATH + "/" + id + "/documents", document("2026-01-02"))
                .expect(404);
        assertThat(other.client().get("tube", "/studio/people/" + id).status()).isEqualTo(404);
        assertThat(other.client().api("GET", PATH).expect(200).json().path("items"))
                .isEmpty();
        FANZ.users().administrator().client().api("GET", PATH + "/" + id).expect(403);
        FANZ.users()
                .administrator()
                .client()
                .api("POST", PATH + "/search", Map.of("name", "Lovelace"))
                .expect(403);
    }

    @Test
    void eachLookOfACustodianAndEachSearchIsInTheAuditLogByIdsAlone() {
        String family = unusual();
        String id = recorded(family);
        assertThat(found(family)).containsExactly(id);
        custodian.client().api("GET", PATH + "/" + id).expect(200);
        custodian.client().get("dash", "/records/" + id).expect(200);
        custodian
                .client()
                .api("GET", PATH + "/" + id + "/check?producedOn=2026-01-01&country=DE")
                .expect(200);
        assertThat(audited("performer:" + id).stream().filter("compliance.look_at_performer"::equals))
                .hasSize(3);
        assertThat(audited("performer:by-name")).contains("compliance.search_performers");
        assertThat(owner.sql("select count(*) from events.event where payload ->> 'name' = ? and payload::text like ?")
                        .params("compliance.search_performers", "%" + id + "%")
                        .query(Integer.class)
                        .single())
                .as("searches that have shown it")
                .isEqualTo(1);
        assertThat(custodian
                        .client()
                        .api("GET", PATH + "/" + id + "/history")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsString("actor"))
                .contains(custodian.id(), creator.id());
        assertThat(owner.sql("select string_agg(payload::text, '') from events.event where payload::text like ?")
                        .param("%" + id + "%")
                        .query(String.class)
                        .single())
                .contains("look_at_performer")
                .doesNotContain(family, "1985-12-10", "Star of");
    }

    /** Thirteen digits that a card could have. */
    @Test
    void aDocumentsNumberMayLookLikeACardsInItsOwnFieldAloneAndIsSealed() {
        String number = "4222222222222";
        String id = recorded("Lovelace");
        Map<String, Object> sent = new HashMap<>(document("2026-01-02"));
        for (String other : List.of("issuer", "examinedBy", "examinerAddress", "country")) {
            Map<String, Object> wrong = new HashMap<>(sent);
            wrong.put(other, number);
            creator.client()
                    .api("POST", PATH + "/" + id + "/documents", wrong)
                    .expectProblem(422, "card-number-refused");
        }
        sent.put("number", number);
        String added = creator.client()
                .api("POST", PATH + "/" + id + "/documents", sent)
                .expect(201)
                .text("id");
        sent.put("issuer", "Stadt Bonn");
        creator.client()
                .api("POST", PATH + "/" + id + "/documents/" + added + "/amendments", amendment(1, "document", sent))
                .expect(204);
        creator.client()
                .api("POST", PATH + "/" + id + "/amendments", Map.of("from", 1, "person", Map.of("number", number)))
                .expectProblem(422, "card-number-refused");
        HttpAnswer page = creator.client().get("tube", "/studio/people/" + id + "/documents/new");
        HttpAnswer refused =
                creator.client().submitForm(page, "/studio/people/" + id + "/documents", Map.of("number", number));
        assertThat(refused.body()).doesNotContain("card number");
        assertThat(seen(id).path("record")
                        .path("documents")
                        .get(0)
                        .path("content")
                        .path("number")
                        .asString())
                .isEqualTo(number);
        assertThat(owner.sql("select string_agg(d::text, ' ') from compliance.performer_document d")
                        .query(String.class)
                        .single())
                .doesNotContain(number, HexFormat.of().formatHex(number.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aCreatorsOwnLookIsNoStaffs() {
        String id = recorded("Lovelace");
        seen(id);
        assertThat(audited("performer:" + id)).doesNotContain("compliance.look_at_performer");
    }

    private List<String> audited(String subject) {
        FANZ.settle();
        return owner.sql("select name from audit.entry where subject = ?")
                .param(subject)
                .query(String.class)
                .list();
    }

    @Test
    void eachChangeIsToldByIdsAlone() {
        String id = recorded("Lovelace");
        creator.client()
                .api("POST", PATH + "/" + id + "/documents", document("2026-01-02"))
                .expect(201);
        creator.client()
                .api("POST", PATH + "/" + id + "/amendments", amendment(1, "person", person("Byron")))
                .expect(204);
        assertThat(owner.sql("select type from events.event where key = ? order by seq")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("performer_recorded", "performer_record_amended", "performer_record_amended");
        assertThat(owner.sql("select string_agg(payload::text, '') from events.event where key = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .doesNotContain("Lovelace", "Byron", "1985-12-10", "C01X00T47", "Married");
    }

    @Test
    void noErasureOfAnAccountTakesAnythingFromARecord() {
        String family = unusual();
        String id = recorded(family);
        FANZ.bean(Vault.class).forget(UUID.fromString(creator.id()));
        assertThat(found(family)).containsExactly(id);
        JsonNode record = custodian
                .client()
                .api("GET", PATH + "/" + id)
                .expect(200)
                .json()
                .path("record");
        assertThat(record.findValuesAsString("family")).containsExactly(family);
        assertThat(record.path("creator").asString()).isEqualTo(creator.id());
    }

    @Test
    void nothingCanBeReadInTheTables() {
        String family = unusual();
        String id = recorded(family);
        creator.client()
                .api("POST", PATH + "/" + id + "/documents", document("2026-01-02"))
                .expect(201);
        String rows = owner.sql("""
                        select coalesce(string_agg(encode(v.person, 'escape') || encode(d.content, 'escape') || encode(n.key, 'escape')
                          || p::text || v::text || d::text, ''), '')
                          from compliance.performer p join compliance.performer_version v on v.performer = p.id
                          join compliance.performer_document d on d.performer = p.id join compliance.performer_name n on n.performer = p.id
                         where p.id = cast(? as uuid)""").param(id).query(String.class).single();
        assertThat(rows).isNotEmpty().doesNotContain(family, "Ada L", "1985-12-10", "C01X00T47", "Köln");
    }

    @Test
    void noRoleChangesOrRemovesARow() {
        String id = recorded("Lovelace");
        for (String statement : List.of(
                "update compliance.performer set oneself = true",
                "delete from compliance.performer_name",
                "delete from compliance.performer_version",
                "truncate compliance.performer_document")) {
            assertThatThrownBy(() -> owner.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("history is never changed");
        }
        assertThat(seen(id).path("record").path("versions")).hasSize(1);
    }

    @Test
    void aListGoesOnBehindItsPage() {
        PerformerRecords records = FANZ.bean(PerformerRecords.class);
        AccountId id = AccountId.of(creator.id());
        String family = unusual();
        IntStream.range(0, 51)
                .forEach(number -> records.record(
                        id,
                        false,
                        new PerformerDetails(family, "Ada " + number, List.of(), LocalDate.of(1985, 12, 10)),
                        unusual()));
        HttpAnswer first = creator.client().api("GET", PATH).expect(200);
        assertThat(first.json().path("items")).hasSize(50);
        HttpAnswer second = creator.client()
                .api("GET", PATH + "?after=" + first.text("next"))
                .expect(200);
        assertThat(second.json().path("items")).hasSize(1);
        assertThat(first.body())
                .doesNotContain(second.json()
                        .path("items")
                        .get(0)
                        .path("record")
                        .path("id")
                        .asString());
        JsonNode search = custodian
                .client()
                .api("POST", PATH + "/search", Map.of("name", family))
                .expect(200)
                .json();
        assertThat(search.path("items")).hasSize(50);
        assertThat(custodian
                        .client()
                        .api(
                                "POST",
                                PATH + "/search",
                                Map.of(
                                        "name",
                                        family,
                                        "after",
                                        search.path("next").asString()))
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void theFileOfOnesOwnDataListsTheRecordsAndTellsOfOneselfAlone() {
        String others = recorded("Lovelace");
        Map<String, Object> me = new HashMap<>(person("Maker"));
        me.put("oneself", true);
        creator.client().api("POST", PATH, me).expect(201);
        JsonNode file =
                creator.client().get("auth", "/account/data/file").expect(200).json();
        JsonNode rows = file.path("people_in_your_works").path("rows");
        assertThat(rows.findValuesAsString("legal_name")).contains("Ada Maker");
        assertThat(rows.toString()).contains(others, "Star of Maker").doesNotContain("Lovelace");
    }

    @Test
    void whatSignsOfACardAreTypedIsRefused() {
        Map<String, Object> body = new HashMap<>(person("Lovelace"));
        body.put("given", "4242\u200b424242424242");
        assertThat(creator.client().api("POST", PATH, body).status()).isEqualTo(422);
        await().untilAsserted(() -> assertThat(
                        creator.client().api("GET", PATH).expect(200).json().path("items"))
                .isEmpty());
    }
}
