package network.fanz.content.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestRecords;
import network.fanz.testing.TestReleases;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How obligations stand, over HTTP: each count is of rows, and moves with them. */
@Tag("database")
class ComplianceStatusTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final JdbcClient OWNER = JdbcClient.create(FANZ.database().asOwner());

    private static SignedInUser custodian;

    private final SignedInUser creator = FANZ.users().verifiedCreator();

    @BeforeAll
    static void invite() {
        custodian = FANZ.users().staff(Role.CUSTODIAN);
    }

    @Test
    void aRecordIsMissingItsScanUntilItIsThere() {
        long before = gaps("RECORDS_SCANNED");
        long met = evidence("RECORDS_SCANNED");
        String id = TestRecords.begun(FANZ, creator, false, "Ada", "Lovelace", "1985-12-10");
        assertThat(gaps("RECORDS_SCANNED")).isEqualTo(before + 1);
        String document = TestRecords.documented(FANZ, creator, id, Map.of());
        TestRecords.scanned(FANZ, creator, id, document);
        assertThat(gaps("RECORDS_SCANNED")).isEqualTo(before);
        assertThat(evidence("RECORDS_SCANNED")).isEqualTo(met + 1);
    }

    @Test
    void aCreatorsDocumentThatEndsIsAGapFromTheDayAfter() {
        long before = gaps("IDENTITIES_VERIFIED");
        until("current_date");
        assertThat(gaps("IDENTITIES_VERIFIED")).isEqualTo(before);
        assertThat(Instant.parse(line("IDENTITIES_VERIFIED").path("due").asString()))
                .isBeforeOrEqualTo(Instant.now().plusSeconds(86_400));
        until("current_date - 2");
        assertThat(gaps("IDENTITIES_VERIFIED")).isEqualTo(before + 1);
        until("current_date + 3000");
    }

    @Test
    void whatWaitsTooLongIsAGap() {
        UUID item = new TestReleases(FANZ).inReview(creator, "A walk");
        long before = gaps("WORKS_EXAMINED");
        since(item, "now() - interval '3 days'");
        assertThat(gaps("WORKS_EXAMINED")).isEqualTo(before + 1);
        assertThat(Instant.parse(line("WORKS_EXAMINED").path("due").asString())).isBefore(Instant.now());
        since(item, "now()");
    }

    @Test
    void isForCustodiansAndAdministratorsAndMakesNoScore() {
        creator.client().api("GET", "/api/v1/compliance/status").expect(403);
        FANZ.users()
                .staff(Role.MODERATOR)
                .client()
                .api("GET", "/api/v1/compliance/status")
                .expect(403);
        String page =
                custodian.client().get("dash", "/compliance/status").expect(200).body();
        assertThat(page)
                .contains("Counsel has looked at the agreement in force", "table that no counsel has looked at");
    }

    private void until(String day) {
        OWNER.sql("update compliance.verification set document_expires = " + day
                        + " where creator = ?::uuid and state = 'VERIFIED'")
                .param(creator.id())
                .update();
    }

    private static void since(UUID item, String time) {
        OWNER.sql("update moderation.review_item set waits_since = " + time + " where release = ?")
                .param(item)
                .update();
    }

    private static long gaps(String obligation) {
        return line(obligation).path("gaps").asLong();
    }

    private static long evidence(String obligation) {
        return line(obligation).path("evidence").asLong();
    }

    private static JsonNode line(String obligation) {
        return custodian
                .client()
                .api("GET", "/api/v1/compliance/status")
                .expect(200)
                .json()
                .valueStream()
                .filter(line -> line.path("obligation").asString().equals(obligation))
                .findFirst()
                .orElseThrow();
    }
}
