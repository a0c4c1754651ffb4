package network.fanz.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What an administrator sees and does about events, jobs and the audit log. */
@Tag("database")
class OperationsApiTest {
    private static RunningFanz program;
    private static ProgramClient administrator;
    private static SignedInUser fan;
    private static JdbcClient owner;

    @BeforeAll
    static void begin() {
        program = RunningFanz.start("--fanz.events.retries-max=0", "--fanz.data.free-min=1024GB");
        administrator = program.users().administrator().client();
        fan = program.users().fan();
        owner = JdbcClient.create(program.database().asOwner());
    }

    @AfterAll
    static void close() {
        program.close();
    }

    private static List<String> texts(JsonNode rows, String field) {
        return rows.valueStream().map(row -> row.path(field).asString()).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/operations/failed-events",
                "/api/v1/operations/subscriptions",
                "/api/v1/operations/jobs",
                "/api/v1/audit",
                "/api/v1/audit/verification"
            })
    void onlyAnAdministratorLooks(String path) {
        program.client().api("GET", path).expectProblem(401, "sign-in-needed");
        fan.client().api("GET", path).expectProblem(403, "forbidden");
        program.users().staff(Role.ANALYST).client().api("GET", path).expectProblem(403, "forbidden");
        administrator.api("GET", path).expect(200);
    }

    @Test
    void showsSubscriptionsAndJobs() {
        JsonNode subscriptions = administrator
                .api("GET", "/api/v1/operations/subscriptions")
                .expect(200)
                .json();
        assertThat(texts(subscriptions, "name")).contains("audit.chain", "monitoring.signals");
        await().untilAsserted(() -> assertThat(texts(
                        administrator.api("GET", "/api/v1/operations/jobs").json(), "outcome"))
                .contains("done"));
    }

    @Test
    void retriesAFailedEventAndTheAuditLogSaysWho() {
        await().until(() -> owner.sql("select count(*) from events.event where type = 'user_registered'")
                        .query(Long.class)
                        .single()
                > 0);
        String key = "a/key %2F of any sign";
        owner.sql("""
                        insert into events.parked (subscription, seq, key, error, attempts, parked_at)
                        select 'monitoring.signals', seq, ?, 'IllegalStateException', 5, occurred_at
                        from events.event where type = 'user_registered' and key = ?
                        """).params(key, fan.id()).update();
        JsonNode failed = administrator
                .api("GET", "/api/v1/operations/failed-events")
                .expect(200)
                .json();
        assertThat(texts(failed.path("items"), "key")).containsExactly(key);
        String retry = "/api/v1/operations/failed-events/retry";
        Map<String, String> asked = Map.of("subscription", "monitoring.signals", "key", key);
        fan.client().api("POST", retry, asked).expectProblem(403, "forbidden");
        assertThat(administrator
                        .api("POST", retry, asked)
                        .expect(200)
                        .json()
                        .path("left")
                        .asInt())
                .isZero();
        administrator
                .api("POST", retry, Map.of("subscription", "monitoring.signals"))
                .expectProblem(422, "invalid-field");
        administrator.api("POST", retry, asked).expectProblem(404, "not-found");
        await().untilAsserted(() -> assertThat(texts(
                        administrator
                                .api("GET", "/api/v1/audit?subject=subscription:monitoring.signals")
                                .json()
                                .path("items"),
                        "name"))
                .contains("events.retry"));
    }

    @Test
    void whatCannotBeReadRaisesAnAlertAndStandsOnThePageOfHealthAndIsSkippedWithAReason() {
        String key = UUID.randomUUID().toString();
        owner.sql("""
                        insert into events.event (id, type, key, occurred_at, payload)
                        values (gen_random_uuid(), 'user_registered', ?, now(), '{"account": "nobody"}')
                        """).param(key).update();
        await().untilAsserted(() -> assertThat(alerts()).contains("Event Set Aside"));
        await().untilAsserted(() -> assertThat(health()).contains("1 message is set aside", "Attacks are not noticed"));
        JsonNode failed = administrator
                .api("GET", "/api/v1/operations/failed-events")
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
        Map<String, Object> skip = Map.of(
                "subscription",
                "monitoring.signals",
                "key",
                key,
                "seq",
                failed.path("seq"),
                "reason",
                "made by a test");
        administrator.api("POST", "/api/v1/operations/failed-events/skip", skip).expect(204);
        administrator.api("POST", "/api/v1/operations/failed-events/skip", skip).expectProblem(404, "not-found");
        await().untilAsserted(() -> assertThat(health()).doesNotContain("set aside:"));
    }

    /** The tests' disk is smaller than what this program asks for. */
    @Test
    void aDiskThatIsNearlyFullIsAnAlarmBeforeItIsFull() {
        await().untilAsserted(() -> assertThat(alerts()).contains("Disk Nearly Full"));
        assertThat(health()).contains("The data folder's disk has", "Something needs you now");
    }

    private static List<String> alerts() {
        return texts(
                administrator
                        .api("GET", "/api/v1/security/alerts")
                        .expect(200)
                        .json()
                        .path("items"),
                "title");
    }

    private static String health() {
        return administrator.get("dash", "/operations").expect(200).body();
    }

    @Test
    void replaysOnlyWhatCanBeBuiltAgain() {
        administrator
                .api("POST", "/api/v1/operations/subscriptions/audit.chain/replay")
                .expectProblem(409, "not-replayable");
        administrator
                .api("POST", "/api/v1/operations/subscriptions/no.such/replay")
                .expectProblem(404, "not-found");
    }

    @Test
    void theAuditLogVerifiesAndKnowsTheActor() {
        JsonNode entries = administrator.api("GET", "/api/v1/audit").expect(200).json();
        assertThat(entries.path("items").size()).isPositive();
        JsonNode verification = administrator
                .api("GET", "/api/v1/audit/verification")
                .expect(200)
                .json();
        assertThat(verification.path("firstBad").isNull()).isTrue();
        administrator.api("GET", "/api/v1/audit?after=yesterday").expectProblem(422, "invalid-field");
    }

    @Test
    void measuresLagAndTheWatermarksAge() {
        MeterRegistry meters = program.bean(MeterRegistry.class);
        assertThat(meters.get("fanz.events.lag")
                        .tag("subscription", "audit.chain")
                        .gauge()
                        .value())
                .isNotNegative();
        assertThat(meters.get("fanz.events.watermark.age").gauge().value()).isBetween(0.0, 10.0);
        assertThat(meters.get("fanz.events.failed").gauges()).isNotEmpty();
    }
}
