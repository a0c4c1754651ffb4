package network.fanz.finance.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import network.fanz.common.InvalidField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words come with a tip. */
class TipMessageTest {
    private static final String FAMILY = "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    private static final String E_WITH_TWO_MARKS = "e\u0323\u0301";

    @Test
    void isOneParagraphInNormalForm() {
        assertThat(text(" Thank\r\n\tyou,  dear\u00A0Cleo! ")).isEqualTo("Thank you, dear Cleo!");
        assertThat(text("cafe\u0301")).isEqualTo("caf\u00E9");
    }

    @Test
    void isNoneWhereNothingIsWritten() {
        assertThat(TipMessage.of("message", null)).isNull();
        assertThat(TipMessage.of("message", " \r\n ")).isNull();
    }

    @Test
    void charactersAreCountedAsPeopleCountThem() {
        assertThat(text("x".repeat(280))).hasSize(280);
        assertThat(text(E_WITH_TWO_MARKS.repeat(280))).isNotEmpty();
        assertThat(text(FAMILY.repeat(140))).isNotEmpty();
        refused("x".repeat(281), "Write 1 to 280");
        refused(E_WITH_TWO_MARKS.repeat(281), "Write 1 to 280");
        refused(FAMILY.repeat(141), "Write less");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202Eb", "a\u0007b", "a\u200Bb", "\u2066a\u2069", "\uE000", "\u2028a"})
    void nothingInItIsHidden(String written) {
        refused("Hello " + written, "can be seen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242 4242 4242 4242",
                "4242\n4242\n4242\n4242",
                "4\uFE0F2\uFE0F4\uFE0F2\uFE0F4\uFE0F2\uFE0F4\uFE0F2\uFE0F4\uFE0F2\uFE0F4\uFE0F2\uFE0F4\uFE0F2\uFE0F4\uFE0F2\uFE0F"
            })
    void aCardNumberIsNoMessageHoweverItIsSpread(String written) {
        refused("Mine is " + written, "card number");
    }

    @Test
    void isNeverInALog() {
        assertThat(TipMessage.of("message", "For you alone").toString()).doesNotContain("alone");
    }

    private static void refused(String written, String why) {
        assertThatThrownBy(() -> TipMessage.of("message", written))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining(why);
    }

    private static String text(String written) {
        return Objects.requireNonNull(TipMessage.of("message", written)).text();
    }
}
