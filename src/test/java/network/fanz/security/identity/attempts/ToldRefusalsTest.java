package network.fanz.security.identity.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToldRefusalsTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final ToldRefusals told = new ToldRefusals(nanos::get);

    @Test
    void theFirstOfAnAccountInAMinuteIsNews() {
        assertThat(told.isNews("a")).isTrue();
        assertThat(told.isNews("a")).isFalse();
        assertThat(told.isNews("b")).isTrue();
        nanos.addAndGet(ToldRefusals.WINDOW.toNanos());
        assertThat(told.isNews("a")).isTrue();
    }

    @Test
    void howeverManyAreTriedSixtyAMinuteAreToldAtMost() {
        assertThat(IntStream.range(0, 100_000)
                        .filter(number -> told.isNews("account " + number))
                        .count())
                .isEqualTo(ToldRefusals.TOLD_MAX);
        nanos.addAndGet(ToldRefusals.WINDOW.toNanos());
        assertThat(told.isNews("one more")).isTrue();
    }
}
