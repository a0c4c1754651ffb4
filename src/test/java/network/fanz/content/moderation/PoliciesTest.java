package network.fanz.content.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestReleases;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policy's versions, over HTTP. */
@Tag("database")
class PoliciesTest {
    private static final String API = "/api/v1/moderation/policies";

    private static RunningFanz program;
    private static SignedInUser maker;
    private static SignedInUser other;

    @BeforeAll
    static void start() {
        program = RunningFanz.start();
        maker = program.users().staff(Role.MODERATOR);
        other = program.users().staff(Role.MODERATOR);
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @Test
    void aDraftIsTriedOnWhatWasDecidedAndPutIntoForceByAnother() {
        decided("nsfw.porn", "0.95", "REJECT");
        decided("nsfw.porn", "0.85", "APPROVE");
        decided("text.contact", "0.9", "APPROVE");
        String number = draft(document("nsfw.porn", "0.9")).expect(201).text("number");
        assertThat(ask("0.95")).isEqualTo("NORMAL");
        other.client().api("POST", API + "/" + number + "/switch").expectProblem(409, "policy-not-tried");
        HttpAnswer tried =
                maker.client().api("POST", API + "/" + number + "/trial").expect(200);
        assertThat(tried.json().path("test").path("decisions").asInt()).isEqualTo(3);
        assertThat(line(tried, 0)).isEqualTo("URGENT 0 1 0 0");
        assertThat(line(tried, 2)).isEqualTo("NORMAL 0 0 2 1");
        assertThat(line(tried, 3)).isEqualTo("LOW 2 0 0 0");
        maker.client().api("POST", API + "/" + number + "/switch").expectProblem(409, "second-moderator-needed");
        other.client().api("POST", API + "/" + number + "/switch").expect(200);
        other.client().api("POST", API + "/" + number + "/switch").expect(200);
        assertThat(ask("0.95")).isEqualTo("URGENT");
        assertThat(ask("0.89")).isEqualTo("LOW");
    }

    /** Of this version: approved, rejected; of the one in force: approved, rejected. */
    private static String line(HttpAnswer tried, int at) {
        var line = tried.json().path("test").path("lines").get(at);
        return line.path("severity").asString() + " " + line.path("approved").asInt() + " "
                + line.path("rejected").asInt() + " " + line.path("approvedNow").asInt() + " "
                + line.path("rejectedNow").asInt();
    }

    @ParameterizedTest
    @CsvSource({"nsfw.unheard_of, 0.5", "nsfw.porn, 1.5", "nsfw.porn, -0.1"})
    void whatNothingGivesIsRefused(String signal, String score) {
        draft(document(signal, score)).expectProblem(422, "invalid-field");
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        for (String document : new String[] {
            "{}",
            "not JSON",
            document("nsfw.porn", "0.5").replace("\"holds\"", "\"clears\""),
            document("nsfw.porn", "0.5").replace("\"de\"", "\"fr\"")
        }) {
            draft(document).expectProblem(422, "invalid-field");
        }
    }

    private static HttpAnswer draft(String document) {
        return maker.client().api("POST", API, Map.of("document", document));
    }

    private static String ask(String score) {
        return other.client()
                .api("POST", "/api/v1/moderation/checks", Map.of("signals", Map.of("nsfw.porn", new BigDecimal(score))))
                .expect(200)
                .text("severity");
    }

    private static String document(String signal, String score) {
        return """
                {"otherwise": "LOW",
                 "clauses": [{"code": "words", "title": {"en": "Words", "de": "Worte"}, "text": {"en": "Words", "de": "Worte"},
                   "toCreator": {"en": "Words", "de": "Worte"}}],
                 "rules": [{"name": "explicit", "signal": "%s", "atLeast": %s, "severity": "URGENT", "holds": false, "clause": "words"}]}""".formatted(signal, score);
    }

    private static void decided(String signal, String score, String kind) {
        UUID release = UUID.randomUUID();
        String facts = """
                {"surface": "PICTURE", "signals": {"%s": %s}, "rejectedBefore": 0, "reports": []}""".formatted(signal, score);
        TestReleases releases = new TestReleases(program);
        releases.owner()
                .sql("""
                insert into moderation.review_item (release, work, creator, reason, state, severity, reach, holds, rules, policy, facts, waits_since)
                values (:release, :release, :release, 'BEFORE_PUBLICATION', 'APPROVED', 2, 0, false, '{}', 1, :facts::jsonb, now())""")
                .param("release", release)
                .param("facts", facts)
                .update();
        releases.owner()
                .sql("""
                insert into moderation.decision (id, release, work, creator, kind, reason, release_state, digest, clause, severity, policy, facts,
                  decided_by, decided_at, effective_from, effected_at)
                values (:release, :release, :release, :release, :kind, 'BEFORE_PUBLICATION', 'REVIEW', repeat('0', 64),
                  case when :kind = 'REJECT' then 'words' end, 2, 1, :facts::jsonb, gen_random_uuid(), now(), now(), now())""")
                .param("release", release)
                .param("kind", kind)
                .param("facts", facts)
                .update();
    }
}
