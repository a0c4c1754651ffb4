package network.fanz.content.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the policy says of words, over HTTP. */
@Tag("database")
class TextsTest {
    private static final RunningFanz FANZ = RunningFanz.shared();

    private final SignedInUser creator = FANZ.users().creator();

    @Test
    void sayWhichRuleSpeaksAndWhere() {
        String text = "A long walk by the sea in May. Write to me at cleo@example.org for more of it, or come again.";
        JsonNode read = validated(text).expect(200).json();
        assertThat(read.path("policy").asInt()).isEqualTo(1);
        JsonNode finding = read.path("findings").get(0);
        assertThat(read.path("findings")).hasSize(1);
        assertThat(finding.path("rule").asString()).isEqualTo("contact");
        assertThat(finding.path("clause").asString()).isEqualTo("elsewhere");
        assertThat(finding.path("words").asString()).contains("lead people elsewhere");
        assertThat(text.substring(
                        finding.path("from").asInt(), finding.path("to").asInt()))
                .isEqualTo("cleo@example.org");
    }

    @Test
    void placeWhatIsWrittenSoThatItIsNotFound() {
        String text = "Nice things. Find me on t e l e g r a m : @cleo_maker now. And nothing else.";
        JsonNode findings = validated(text).expect(200).json().path("findings");
        assertThat(findings)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(text.substring(
                                finding.path("from").asInt(), finding.path("to").asInt()))
                        .doesNotContain("Nice", "nothing"));
    }

    @Test
    void sayNothingOfPlainWordsAndKeepNothing() {
        String plain = "A walk by the sea " + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        JsonNode read = validated(plain).expect(200).json();
        assertThat(read.path("findings")).isEmpty();
        assertThat(read.path("severity").asString()).isEqualTo("NORMAL");
        assertThat(JdbcClient.create(FANZ.database().asOwner())
                        .sql("select count(*) from events.event where payload::text like ?")
                        .param("%" + plain + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void areBoundedAndNotForEverybody() {
        validated("a ".repeat(2000)).expect(200);
        validated("a ".repeat(2001)).expectProblem(422, "invalid-field");
        validated(" ").expectProblem(422, "invalid-field");
        FANZ.users()
                .fan()
                .client()
                .api("POST", "/api/v1/content/validations", Map.of("text", "Hello"))
                .expect(403);
        FANZ.users()
                .staff(Role.MODERATOR)
                .client()
                .api("POST", "/api/v1/content/validations", Map.of("text", "Hello", "surface", "FILM"))
                .expect(200);
    }

    private HttpAnswer validated(String text) {
        return creator.client().api("POST", "/api/v1/content/validations", Map.of("text", text));
    }
}
