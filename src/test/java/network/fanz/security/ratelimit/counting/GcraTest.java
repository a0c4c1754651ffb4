package network.fanz.security.ratelimit.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
}
