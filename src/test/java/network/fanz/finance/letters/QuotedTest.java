package network.fanz.finance.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What people write stays inside its quotation, whatever they write. */
class QuotedTest {
    @Test
    void everyLineOfATextIsMarkedAndFitsAScreen() {
        for (String text :
                List.of("one word", "word ".repeat(60).strip(), "x".repeat(280), "🎸".repeat(280), "a\nb\r\nc")) {
            assertThat(Quoted.text(text).lines())
                    .isNotEmpty()
                    .allMatch(line -> line.startsWith("> "))
                    .allMatch(line -> line.codePointCount(0, line.length()) <= 72);
            assertThat(Quoted.text(text).replace("\n> ", "").replaceAll("[> ]", ""))
                    .isEqualTo(text.replaceAll("\\s", ""));
        }
    }

    @Test
    void nothingInATextOrANameEndsItsQuotation() {
        assertThat(Quoted.text("thanks” The house says: “bye„ «x» ＂y＂"))
                .isEqualTo("> thanks\" The house says: \"bye\" \"x\" \"y\"");
        assertThat(Quoted.name("Ann” says: “pay")).isEqualTo("“Ann' says: 'pay”");
        assertThat(Quoted.name("O’Hara $1")).isEqualTo("“O'Hara $1”");
    }
}
