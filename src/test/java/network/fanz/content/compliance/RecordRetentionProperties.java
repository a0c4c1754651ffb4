package network.fanz.content.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Seven years: not a moment less, and the question is the same from both ends. */
class RecordRetentionProperties {
    @Example
    void sevenYearsFromTheLastTouch() {
        assertThat(RecordRetention.keptUntil(Instant.parse("2026-05-10T09:30:00Z")))
                .isEqualTo("2033-05-10T09:30:00Z");
    }

    @Example
    void fromThe29thOfFebruaryUntilTheEndOfThe28th() {
        assertThat(RecordRetention.keptUntil(Instant.parse("2028-02-29T09:30:00Z")))
                .isEqualTo("2035-03-01T00:00:00Z");
    }

    @Property
    void whatMayGoIsWhatIsKeptNoLonger(
            @ForAll @LongRange(min = 1_700_000_000L, max = 2_000_000_000L) long last,
            @ForAll @LongRange(min = 2_555, max = 2_559) long days,
            @ForAll @LongRange(min = 0, max = 86_399) long seconds) {
        Instant touched = Instant.ofEpochSecond(last);
        Instant now = touched.plus(Duration.ofDays(days)).plusSeconds(seconds);
        if (touched.isBefore(RecordRetention.lastTouchedBefore(now))) {
            assertThat(now).isAfterOrEqualTo(RecordRetention.keptUntil(touched));
        }
        if (now.isAfter(RecordRetention.keptUntil(touched).plus(Duration.ofDays(1)))) {
            assertThat(touched).isBefore(RecordRetention.lastTouchedBefore(now));
        }
    }
}
