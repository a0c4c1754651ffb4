package network.fanz.security.ratelimit.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcraTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void countsDownWhatRemains() {
        Gcra gcra = Gcra.of(5, Duration.ofSeconds(10), 5);
        List<Integer> remaining = IntStream.rangeClosed(1, 6)
                .mapToObj(requests -> gcra.remaining(requests * gcra.intervalNanos()))
                .toList();
        assertThat(remaining).containsExactly(4, 3, 2, 1, 0, 0);
    }

    @Test
    void roundsInFavourOfTheLimit() {
        assertThat(Gcra.of(7, Duration.ofSeconds(60), 1).intervalNanos() * 7).isGreaterThanOrEqualTo(60 * SECOND);
    }

    @Test
    void readsARateAsItIsWritten() {
        assertThat(Rate.valueOf("1000/60s/100")).isEqualTo(new Rate(1000, Duration.ofSeconds(60), 100));
        assertThat(Rate.valueOf("5/1m/5").window()).isEqualTo(Duration.ofMinutes(1));
        for (String bad :
                List.of("", "1000", "1000/60s", "0/60s/1", "1/60s/0", "-1/60s/1", "1/0s/1", "a/b/c", "1/60s/1/1")) {
            assertThatThrownBy(() -> Rate.valueOf(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"1/1s/1, 1000000000", "3/1s/1, 333333334", "1000/60s/100, 60000000", "999999999/1s/1, 2"})
    void takesTheIntervalFromQuotaAndWindow(String rate, long nanos) {
        assertThat(Rate.valueOf(rate).gcra().intervalNanos()).isEqualTo(nanos);
        assertThat(Rate.valueOf(rate).gcra().toleranceNanos())
                .isEqualTo(nanos * Rate.valueOf(rate).burst());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 1", "1, -1"})
    void refusesALimitThatLetsNothingThrough(long interval, int burst) {
        assertThatThrownBy(() -> new Gcra(interval, burst)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesTheShortestIntervalAndTheSmallestBurst() {
        assertThat(new Gcra(1, 1).remaining(0)).isEqualTo(1);
        assertThat(new Gcra(1, 1).remaining(1)).isZero();
    }

    @Test
    void refusesAToleranceThatNoNumberHolds() {
        Gcra endless = new Gcra(Long.MAX_VALUE / 2, 3);
        assertThatThrownBy(endless::toleranceNanos).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1/1s/1, true",
        "1/999ms/1, false",
        "1/30d/1, true",
        "1/30d/2, false",
        "2/30d/2, true",
        "10/1d/301, false"
    })
    void aBurstIsThereAgainWithinThirtyDays(String text, boolean good) {
        if (good) {
            assertThat(Rate.valueOf(text).burst()).isPositive();
        } else {
            assertThatThrownBy(() -> Rate.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void isWrittenInSecondsAndMultipliedWithItsBurst() {
        assertThat(Rate.valueOf("5/2m/3")).hasToString("5/120s/3");
        assertThat(Rate.valueOf("5/2m/3").times(4)).isEqualTo(Rate.valueOf("20/120s/12"));
        assertThatThrownBy(() -> Rate.valueOf("999999999/60s/1").times(4)).isInstanceOf(ArithmeticException.class);
    }
}
