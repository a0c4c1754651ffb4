package network.fanz.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Stretches of time: they meet without a gap and without sharing a moment. */
class PeriodProperties {
    private static final long TEN_YEARS = 315_360_000L;

    @Property
    void itsPredecessorIsAsLongAndEndsWhereItStarts(
            @ForAll @LongRange(min = 1_500_000_000L, max = 2_500_000_000L) long end,
            @ForAll @LongRange(min = 1, max = TEN_YEARS) long seconds) {
        Instant now = Instant.ofEpochSecond(end);
        Period period = Period.last(Duration.ofSeconds(seconds), now);
        Period before = period.previous();
        assertThat(before.to()).isEqualTo(period.from());
        assertThat(Duration.between(before.from(), before.to())).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(period.contains(period.from())).isTrue();
        assertThat(before.contains(period.from())).isFalse();
        assertThat(period.contains(now)).isFalse();
        assertThat(period.contains(now.minusNanos(1))).isTrue();
    }

    @Property
    void endsAfterItStarts(
            @ForAll @LongRange(max = TEN_YEARS) long start, @ForAll @LongRange(max = TEN_YEARS) long earlierBy) {
        Instant from = Instant.ofEpochSecond(start);
        assertThatThrownBy(() -> new Period(from, from.minusSeconds(earlierBy))).isInstanceOf(InvalidField.class);
    }
}
