package network.fanz.content.intelligence.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import network.fanz.content.intelligence.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What words say, in whatever signs they are written. */
class TextChecksTest {
    private final TextChecks checks = new TextChecks();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Message me on Telegram",
                "t e l e g r a m is better",
                "T.E.L.E.G.R.A.M",
                "tele\u200Bgram",
                "\uFF34\uFF45\uFF4C\uFF45\uFF47\uFF52\uFF41\uFF4D",
                "t3l3gr4m",
                "t\u0435l\u0435gram",
                "me: anna.b+fans@mail.example.com",
                "anna (at) mail (dot) com",
                "anna at mail dot com",
                "call +49 170 1234567",
                "0170 1234567",
                "(212) 555-0143 ext no",
                "snap: annab_99",
                "IG @anna.b",
                "see https://example.com/anna",
                "annab.bio has it all"
            })
    void findsWaysToBeReachedElsewhere(String words) {
        assertThat(score(words, "text.contact")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Send a tip by PayPal",
                "p4yp4l only",
                "C a s h a p p",
                "DE89 3704 0044 0532 0130 00",
                "to 0x52908400098527886E0F7030069857D2E4169EE7",
                "$annab",
                "paypal.me/anna"
            })
    void findsWaysToBePaidElsewhere(String words) {
        assertThat(score(words, "text.off_platform_payment")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She looks underage",
                "a SCHOOLGIRL story",
                "sch00lg1rl",
                "s c h o o l g i r l",
                "filmed without her consent",
                "mit versteckter und heimlich gefilmt",
                "MINDERJ\u00C4HRIG",
                "minderja\u0308hrig"
            })
    void findsPhrasesOfTheLists(String words) {
        assertThat(score(words, "text.phrase")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "An evening by the sea, 2026, part 2 of 12",
                "Filmed in 4K at 60 fps on 30.11.2026 at 18:30 for $12.50",
                "Kim is 28, Robin is 31; both have signed",
                "Grapefruit therapists and scrape marks: drape, trapeze",
                "Ein Abend am Meer, 120 Minuten, für alle ab 18",
                "Over 1,000,000 views and 250 000 likes"
            })
    void findsNothingInHarmlessWords(String words) {
        assertThat(checks.look(words, Instant.EPOCH)).isNotEmpty().allMatch(signal -> signal.score() == 0);
    }

    @Test
    void saysOfEachCheckThatItLookedAndByWhichVersion() {
        assertThat(checks.look("An evening by the sea", Instant.EPOCH))
                .extracting(Signal::name, Signal::model)
                .containsExactlyInAnyOrder(
                        tuple("text.phrase", "phrases: implied minors"),
                        tuple("text.phrase", "phrases: no consent"),
                        tuple("text.off_platform_payment", "phrases: payment elsewhere"),
                        tuple("text.contact", "phrases: contact elsewhere"),
                        tuple("text.contact", "patterns"),
                        tuple("text.off_platform_payment", "patterns"));
    }

    @Test
    void hostileTextTakesNoTime() {
        long begun = System.nanoTime();
        for (String piece : new String[] {"a.", "a ", "@", "0 1 ", "aa@", "de12 ", "snap ", "\u0435\u0435", "1-"}) {
            checks.look(piece.repeat(4000 / piece.length()), Instant.EPOCH);
        }
        assertThat(System.nanoTime() - begun).isLessThan(5_000_000_000L);
    }

    private double score(String words, String name) {
        Map<String, Double> scores = checks.look(words, Instant.EPOCH).stream()
                .collect(Collectors.toMap(Signal::name, Signal::score, Math::max));
        return scores.get(name);
    }
}
