package network.fanz.security.ratelimit.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GcraTest {
    private static final long SECOND = 1_000_000_000L;

    /** Five in ten seconds, five at once: arrivals in seconds and, for each, the seconds to wait. */
    static final double[][] VECTORS = {
        {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 2}, {1, 1}, {2, 0}, {2, 2}, {3.9, .1}, {4, 0}, {4, 2}, {20, 0},
        {20, 0}, {20, 0}, {20, 0}, {20, 0}, {20, 2}
    };

    static long nanos(double seconds) {
        return Math.round(seconds * SECOND);
    }

    private static Gcra fiveInTenSeconds() {
        return Gcra.of(5, Duration.ofSeconds(10), 5);
    }

    @Test
    void answersTheKnownArrivalsAsTheyWereWorkedOut() {
        Gcra gcra = fiveInTenSeconds();
        long moment = 0;
        for (double[] vector : VECTORS) {
            Gcra.GcraResult result = gcra.take(moment, nanos(vector[0]));
            assertThat(result.waitNanos()).as("at %s s", vector[0]).isEqualTo(nanos(vector[1]));
            assertThat(result.allowed()).isEqualTo(vector[1] == 0);
            moment = result.theoreticalArrival();
        }
    }

    @Test
    void countsDownWhatRemains() {
        Gcra gcra = fiveInTenSeconds();
        List<Integer> remaining = new ArrayList<>();
        long moment = 0;
        for (int request = 0; request < 6; request++) {
            Gcra.GcraResult result = gcra.take(moment, 0);
            remaining.add(result.remaining());
            moment = result.theoreticalArrival();
        }
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

    /** In every window, from any admitted request to any later one, no more than burst + rate x time pass. */
    @Property(tries = 300)
    void neverLetsMoreThroughThanBurstAndRateInAnyWindow(
            @ForAll @IntRange(min = 1, max = 50) int quota,
            @ForAll @IntRange(min = 1, max = 60) int windowSeconds,
            @ForAll @IntRange(min = 1, max = 20) int burst,
            @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 0, max = 3_000_000_000L) Long> gaps) {
        Gcra gcra = Gcra.of(quota, Duration.ofSeconds(windowSeconds), burst);
        List<Long> admitted = admitted(gcra, gaps);
        for (int first = 0; first < admitted.size(); first++) {
            for (int last = first; last < admitted.size(); last++) {
                long time = admitted.get(last) - admitted.get(first);
                assertThat(last - first + 1L).isLessThanOrEqualTo(burst + time / gcra.intervalNanos());
            }
        }
    }

    /** Whoever waits as long as told is let through, and not a nanosecond earlier. */
    @Property(tries = 300)
    void letsThroughWhoWaitsAsTold(
            @ForAll @IntRange(min = 1, max = 1000) int quota,
            @ForAll @IntRange(min = 1, max = 100) int burst,
            @ForAll @LongRange(min = 0, max = 2_000_000_000_000L) long ahead) {
        Gcra gcra = Gcra.of(quota, Duration.ofSeconds(60), burst);
        Gcra.GcraResult result = gcra.take(ahead, 0);
        if (!result.allowed()) {
            assertThat(gcra.take(ahead, result.waitNanos()).allowed()).isTrue();
            assertThat(gcra.take(ahead, result.waitNanos() - 1).allowed()).isFalse();
        }
    }

    private static List<Long> admitted(Gcra gcra, List<Long> gaps) {
        List<Long> admitted = new ArrayList<>();
        long now = 0;
        long moment = 0;
        for (long gap : gaps) {
            now += gap;
            Gcra.GcraResult result = gcra.take(moment, now);
            moment = result.theoreticalArrival();
            if (result.allowed()) {
                admitted.add(now);
            }
        }
        return admitted;
    }
}
