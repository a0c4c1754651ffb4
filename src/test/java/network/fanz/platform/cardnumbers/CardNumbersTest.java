package network.fanz.platform.cardnumbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a card number in text. */
class CardNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "4242 4242 4242 4242",
                "4242-4242-4242-4242",
                "my card is 4000000000000002, please",
                "card4242424242424242x",
                "{\"note\":\"378282246310005\"}",
                "{\"note\": 6011111111111117}",
                "{\"note\":\"\\u0034242424242424242\"}",
                "room 7 4242 4242 4242 4242 9",
                "6304000000000000",
                "3 7 8 2 8 2 2 4 6 3 1 0 0 0 5",
                "4242\u00a04242\u00a04242\u00a04242",
                "4242–4242–4242–4242",
                "{\"note\":\"4242\\u00a04242\\u00a04242\\u00a04242\"}",
                "{\"note\":\"4242\\u20134242\\u20134242\\u20134242\"}",
                "{\"note\":\"4242\\t4242\\t4242\\t4242\"}",
                "4242  4242  4242  4242",
                "4242 - 4242 - 4242 - 4242",
                "4242.4242.4242.4242",
                "3782.822463.10005",
                "4242\t4242\t4242\t4242",
                "4242\ufe0f4242\ufe0f4242\ufe0f4242",
                "{\"note\":\"4242\\ufe0f4242\\u200d4242\\u00ad4242\"}",
                "\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12",
                "\ud835\udfd2\ud835\udfd0\ud835\udfd2\ud835\udfd0 4242 4242 4242",
                "589312345673", // 12 digits
                "6799990100000000019" // 19 digits
            })
    void findsCardNumbers(String text) {
        assertThat(CardNumbers.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4242424242424241",
                "42424242424",
                "2026-11-23T10:00:00.123456789Z",
                "192.168.100.205",
                "10.0.22631.4602",
                "\"amount\": \"500000\"",
                "0000000000000000",
                "01980000-1111-4222-8333-444455556666",
                "4242,4242,4242,4242",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "00004242424242424242abcdefabcdef",
                "x4242abcd-4242-4242-4242-424242424242@example.org",
                "0.4242424242424242",
                "+49 (0)4242 4242 4242",
                "+378282246310005",
                "4242424242424242.50",
                "deadbeef4242424242424242",
                "1700000000000000",
                "100000000008",
                "135410014004955"
            })
    void leavesOtherTextAlone(String text) {
        assertThat(CardNumbers.in(text)).isFalse();
    }

    /** What it costs grows with the length alone. */
    @Test
    @Timeout(30)
    void readsLongRunsOfGroupsWithoutRecursion() {
        assertThat(CardNumbers.in("1-".repeat(100_000))).isFalse();
        assertThat(CardNumbers.in("1111-".repeat(50_000))).isFalse();
        assertThat(CardNumbers.in("a4242424242424242".repeat(20_000))).isFalse();
    }

    @RepeatedTest(20)
    void neverTakesAnIdForACardNumber() {
        for (int i = 0; i < 2_000; i++) {
            assertThat(CardNumbers.in("/checkout/" + UUID.randomUUID())).isFalse();
        }
    }
}
