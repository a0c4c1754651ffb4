package network.fanz.content.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Role;
import network.fanz.content.catalogue.Releases;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestReleases;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reports by anyone, over HTTP. Nothing drives releases here but the test, so that what is seen stays seen. */
@Tag("database")
class ReportsTest {
    private static RunningFanz program;
    private static TestReleases releases;
    private static SignedInUser creator;
    private static SignedInUser moderator;

    private UUID release;
    private UUID work;

    @BeforeAll
    static void start() {
        program = RunningFanz.start("--fanz.limits.report=1000/3600s/100");
        releases = new TestReleases(program);
        creator = program.users().verifiedCreator();
        moderator = program.users().staff(Role.MODERATOR);
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @BeforeEach
    void publish() {
        release = releases.inReview(creator, "By the sea");
        work = releases.work(release);
        see();
        releases.owner()
                .sql("update moderation.review_item set state = 'APPROVED' where release = ?")
                .param(release)
                .update();
    }

    private void see() {
        releases.owner().sql("""
                        update catalogue.release set state = 'PUBLISHED', held_in = null, cause = null, version = version + 1, next_at = null
                         where id = ?""").param(release).update();
    }

    @Test
    void whatStrangersReportIsOneItemAndWaitsSooner() {
        report("SPAM", "It is an advertisement.").expect(202);
        report("MINOR", "").expect(202);
        report("MINOR", "Look at the left.").expect(202);
        HttpAnswer item = item();
        assertThat(item.text("state")).isEqualTo("WAITING");
        assertThat(item.text("reason")).isEqualTo("REPORTED");
        assertThat(item.text("severity")).isEqualTo("URGENT");
        assertThat(item.json().path("reports").asInt()).isEqualTo(3);
        take();
        HttpAnswer subject = moderator
                .client()
                .api("GET", "/api/v1/moderation/items/" + release + "/subject")
                .expect(200);
        assertThat(subject.json().path("reports")).hasSize(2);
        assertThat(subject.json().path("reported")).hasSize(2);
    }

    @Test
    void whatWasJudgedFineIsOnlyCountedUntilItIsReportedForSomethingElse() {
        report("SPAM", "").expect(202);
        take();
        decide("APPROVE", Map.of()).expect(201);
        see();
        report("SPAM", "").expect(202);
        assertThat(item().text("state")).isEqualTo("APPROVED");
        assertThat(item().json().path("reports").asInt()).isEqualTo(1);
        report("VIOLENCE", "").expect(202);
        assertThat(item().text("state")).isEqualTo("WAITING");
        assertThat(item().text("severity")).isEqualTo("HIGH");
    }

    @Test
    void aGraveReportInWordsIsLookedAtAlsoAfterAnEarlierOneWasNonsense() {
        for (int nonsense = 0; nonsense < 25; nonsense++) {
            report("MINOR", "nonsense " + nonsense).expect(202);
        }
        take();
        decide("APPROVE", Map.of("note", "Nonsense.")).expect(201);
        see();
        report("MINOR", "").expect(202);
        assertThat(item().text("state")).isEqualTo("APPROVED");
        report("MINOR", "This is my daughter.").expect(202);
        assertThat(item().text("state")).isEqualTo("WAITING");
        take();
        assertThat(moderator
                        .client()
                        .api("GET", "/api/v1/moderation/items/" + release + "/subject")
                        .expect(200)
                        .json()
                        .path("reported")
                        .get(0)
                        .asString())
                .isEqualTo("This is my daughter.");
    }

    @Test
    void aRejectionTakesItDownAtOnce() {
        report("ILLEGAL", "").expect(202);
        take();
        decide("REJECT", Map.of("clause", "illegal")).expect(201);
        assertThat(releases.state(release)).isEqualTo("REJECTED");
        report("ILLEGAL", "").expectProblem(404, "not-found");
    }

    @Test
    void nobodyLearnsOfWhatIsNotSeen() {
        UUID hidden = releases.work(releases.inReview(creator, "not yet"));
        ProgramClient stranger = program.users().anonymousClient();
        stranger.api("POST", "/api/v1/reports", Map.of("work", hidden.toString(), "reason", "SPAM"))
                .expectProblem(404, "not-found");
        stranger.api("POST", "/api/v1/reports", Map.of("work", UUID.randomUUID().toString(), "reason", "SPAM"))
                .expectProblem(404, "not-found");
        stranger.get("tube", "/report/" + hidden).expect(404);
    }

    @Test
    void aStrangerReportsOnAPage() {
        ProgramClient stranger = program.users().anonymousClient();
        String path = "/report/" + work;
        HttpAnswer page = stranger.get("tube", path).expect(200);
        stranger.submitForm(page, path, Map.of("reason", "no_consent", "words", "It is me, and I never agreed."))
                .expect(200);
        assertThat(item().text("severity")).isEqualTo("URGENT");
    }

    @Test
    void aFloodIsBounded() {
        try (RunningFanz narrow = program.another("--fanz.limits.report=5/3600s/3")) {
            ProgramClient stranger = narrow.users().anonymousClient();
            int limited = 0;
            for (int i = 0; i < 12; i++) {
                HttpAnswer answer = stranger.api(
                        "POST",
                        "/api/v1/reports",
                        Map.of("work", work.toString(), "reason", "SPAM", "words", "again " + i));
                limited += answer.status() == 429 ? 1 : 0;
            }
            assertThat(limited).as("of twelve").isBetween(4, 11);
        }
        for (int i = 0; i < 30; i++) {
            report("OTHER", "words " + i).expect(202);
        }
        assertThat(count("report")).isEqualTo(2);
        assertThat(count("report_words")).isEqualTo(20);
    }

    private int count(String table) {
        return releases.owner()
                .sql("select count(*) from moderation." + table + " where release = ?")
                .param(release)
                .query(Integer.class)
                .single();
    }

    private HttpAnswer report(String reason, String words) {
        return program.users()
                .anonymousClient()
                .api("POST", "/api/v1/reports", Map.of("work", work.toString(), "reason", reason, "words", words));
    }

    private HttpAnswer item() {
        return moderator
                .client()
                .api("GET", "/api/v1/moderation/items/" + release)
                .expect(200);
    }

    private void take() {
        moderator
                .client()
                .api("POST", "/api/v1/moderation/items/" + release + "/claim")
                .expect(200);
    }

    private HttpAnswer decide(String kind, Map<String, String> more) {
        Map<String, String> body = new HashMap<>(more);
        body.put("kind", kind);
        body.put("digest", program.bean(Releases.class).digest(release));
        return moderator.client().api("POST", "/api/v1/moderation/items/" + release + "/decisions", body);
    }
}
