package network.fanz.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Stretches of time: from an instant on, and up to another that is not in them. */
class PeriodProperties {
    private static final long TEN_YEARS = 315_360_000L;

    @Property
    void theLastOneEndsNowAndIsAsLongAsAsked(
            @ForAll @LongRange(min = 1_500_000_000L, max = 2_500_000_000L) long end,
            @ForAll @LongRange(min = 1, max = TEN_YEARS) long seconds) {
        Instant now = Instant.ofEpochSecond(end);
        Period period = Period.last(Duration.ofSeconds(seconds), now);
        assertThat(period.to()).isEqualTo(now);
        assertThat(Duration.between(period.from(), period.to())).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Property
    void endsAfterItStarts(
            @ForAll @LongRange(max = TEN_YEARS) long start, @ForAll @LongRange(max = TEN_YEARS) long earlierBy) {
        Instant from = Instant.ofEpochSecond(start);
        assertThatThrownBy(() -> new Period(from, from.minusSeconds(earlierBy))).isInstanceOf(InvalidField.class);
    }
}
