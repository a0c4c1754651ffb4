package network.fanz.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class IdempotencyOverHttpTest {
    private static final String ALERTS = "/api/v1/security/alerts";
    private static final Map<String, String> ALERT = Map.of(
            "type", "POLICY_VIOLATION",
            "severity", "LOW",
            "title", "Something to look at",
            "description", "It came once.");

    @Test
    void givesTheStoredAnswerOnAnotherNodeToo() {
        RunningFanz program = RunningFanz.shared();
        ProgramClient analyst = program.users().staff(Role.ANALYST).client();
        String key = UUID.randomUUID().toString();
        HttpAnswer first = analyst.apiWithKey("POST", ALERTS, ALERT, key).expect(201);
        try (RunningFanz other = program.another()) {
            HttpAnswer again = analyst.forProgram(other.address())
                    .apiWithKey("POST", ALERTS, ALERT, key)
                    .expect(201);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
            assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
            assertThat(first.header("Idempotent-Replayed")).isNull();
        }
        analyst.apiWithKey("POST", ALERTS, Map.of("type", "BRUTE_FORCE"), key)
                .expectProblem(422, "idempotency-key-reused");
        analyst.apiWithKey("POST", ALERTS, ALERT, null).expectProblem(422, "idempotency-key-needed");
    }

    /** What was answered is for whoever may still ask for it. */
    @Test
    void whoHasLostTheRoleSinceGetsNoStoredAnswer() {
        RunningFanz program = RunningFanz.shared();
        SignedInUser analyst = program.users().staff(Role.ANALYST);
        String key = UUID.randomUUID().toString();
        analyst.client().apiWithKey("POST", ALERTS, ALERT, key).expect(201);
        program.users()
                .administrator()
                .client()
                .api("DELETE", "/api/v1/accounts/" + analyst.id() + "/roles/ANALYST")
                .expect(204);
        analyst.client().apiWithKey("POST", ALERTS, ALERT, key).expect(403);
    }

    @Test
    void signsInAnewWithTheSameKeyForATokenIsNeverStored() {
        RunningFanz program = RunningFanz.shared();
        SignedInUser fan = program.users().fan();
        Map<String, String> credentials = Map.of("email", fan.email(), "password", fan.password());
        String key = UUID.randomUUID().toString();
        ProgramClient client = program.client();
        String first = client.apiWithKey("POST", "/api/v1/sessions", credentials, key)
                .expect(201)
                .text("token");
        String second = client.apiWithKey("POST", "/api/v1/sessions", credentials, key)
                .expect(201)
                .text("token");
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void aFormThatEndsInANoticeIsDoneOnceAndSaysItAgain() {
        RunningFanz program = RunningFanz.shared();
        ProgramClient administrator = program.users().administrator().client();
        String path = "/operations/failed-events";
        HttpAnswer page = administrator.get("dash", path).expect(200);
        String csrf = page.hiddenFields(path + "/replay").get("_csrf");
        String form = "_csrf=" + csrf + "&_key=" + UUID.randomUUID() + "&subscription=analytics.facts&sure=yes";
        String type = "application/x-www-form-urlencoded";
        HttpAnswer first =
                administrator.send("POST", "dash", path + "/replay", type, form).expect(303);
        HttpAnswer again =
                administrator.send("POST", "dash", path + "/replay", type, form).expect(303);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Set-Cookie")).startsWith("notice=").isEqualTo(first.header("Set-Cookie"));
    }

    @Test
    void takesAllLimitsOfAKnownCallerAtOnce() {
        ProgramClient fan = RunningFanz.shared().users().fan().client();
        fan.api("GET", "/api/v1/sessions/current").expect(200);
        assertThat(fan.api("GET", "/api/v1/sessions/current").header("RateLimit-Policy"))
                .contains("\"address\";q=")
                .contains("\"user\";q=");
    }
}
