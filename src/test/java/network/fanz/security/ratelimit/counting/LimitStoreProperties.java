package network.fanz.security.ratelimit.counting;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import network.fanz.security.ratelimit.Limit;
import network.fanz.security.ratelimit.LimitDecision;
import network.fanz.testing.TestDatabase;

/** What limits keep to, whatever comes, as the database counts. */
@Tag("database")
class LimitStoreProperties {
    private static final int TRIES = 40;
    private static final long CORRECTED_MAX = 5_000_000_000L;
    private static final AtomicInteger KEYS = new AtomicInteger();
    private static HikariDataSource pool;

    private final LimitStore store = new LimitStore(pool);
    private long now = 1_000_000_000_000L;

    @BeforeContainer
    static void migrate() {
        pool = new HikariDataSource();
        pool.setDataSource(TestDatabase.fresh().asProgram());
        pool.setMaximumPoolSize(1);
    }

    @AfterContainer
    static void end() {
        pool.close();
    }

    /**
     * From any admitted request to any later one, no more than burst + time / interval pass. A gap below zero is a clock set back, by five
     * seconds in all at most: what is set back further was wrong before, see {@link LimitStoreTest}.
     */
    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void neverLetsMoreThroughThanBurstAndRateInAnyWindowAlsoWhenTheClockGoesBack(
            @ForAll("rates") Rate rate,
            @ForAll @Size(min = 1, max = 100) List<@LongRange(min = -500_000_000L, max = 1_500_000_000L) Long> gaps) {
        LimitUse use = fresh(Limit.USER, rate);
        List<Long> admitted = new ArrayList<>();
        long latest = now;
        for (long gap : gaps) {
            now = Math.max(now + gap, latest - CORRECTED_MAX);
            latest = Math.max(latest, now);
            if (isAllowed(now, use)) {
                admitted.add(now);
            }
        }
        assertNoMoreThanBurstAndRate(rate, admitted);
    }

    private static void assertNoMoreThanBurstAndRate(Rate rate, List<Long> admitted) {
        for (int first = 0; first < admitted.size(); first++) {
            for (int last = first; last < admitted.size(); last++) {
                long time = admitted.get(last) - admitted.get(first);
                assertThat(last - first + 1L)
                        .isLessThanOrEqualTo(
                                rate.burst() + Math.floorDiv(time, rate.gcra().intervalNanos()));
            }
        }
    }

    /** A client that waits as long as told is let through, and not a nanosecond earlier. */
    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void letsThroughWhoWaitsAsTold(
            @ForAll @IntRange(min = 1, max = 1000) int quota,
            @ForAll @IntRange(min = 1, max = 5) int burst,
            @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 0, max = 100_000_000L) Long> gaps) {
        LimitUse use = fresh(Limit.USER, new Rate(quota, Duration.ofSeconds(60), burst));
        for (long gap : gaps) {
            now += gap;
            LimitDecision decision = take(now, use).decisions().getLast();
            if (!decision.allowed()) {
                long wait = decision.resetAfter().toNanos();
                assertThat(isAllowed(now + wait - 1, use)).isFalse();
                assertThat(isAllowed(now + wait, use)).isTrue();
                now += wait;
            }
        }
    }

    /** A key that only gets the requests which another key lets through is in the same state as that key. */
    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void aRefusedRequestTakesNothing(
            @ForAll("rates") Rate rate,
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 1_500_000_000L) Long> gaps) {
        LimitUse use = fresh(Limit.USER, rate);
        LimitUse unrefused = fresh(Limit.USER, rate);
        for (long gap : gaps) {
            now += gap;
            LimitResult result = take(now, use);
            if (result.refused() == null) {
                assertThat(take(now, unrefused).decisions()).isEqualTo(result.decisions());
            }
        }
    }

    /** Each limit by itself, given only what all of them let through, is in the same state as among the others. */
    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void takesFromAllOfSeveralLimitsOrFromNone(
            @ForAll("rates") Rate one,
            @ForAll("rates") Rate two,
            @ForAll("rates") Rate three,
            @ForAll @Size(min = 1, max = 25) List<@LongRange(min = 0, max = 1_500_000_000L) Long> gaps) {
        LimitUse[] together = {fresh(Limit.ADDRESS, one), fresh(Limit.USER, two), fresh(Limit.GLOBAL, three)};
        LimitUse[] alone = {fresh(Limit.ADDRESS, one), fresh(Limit.USER, two), fresh(Limit.GLOBAL, three)};
        for (long gap : gaps) {
            now += gap;
            LimitResult result = take(now, together);
            if (result.refused() == null) {
                List<LimitDecision> each = Arrays.stream(alone)
                        .flatMap(use -> take(now, use).decisions().stream())
                        .toList();
                assertThat(each).containsExactlyInAnyOrderElementsOf(result.decisions());
            }
        }
    }

    @Provide
    Arbitrary<Rate> rates() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 50),
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.integers().between(1, 20))
                .as((quota, seconds, burst) -> new Rate(quota, Duration.ofSeconds(seconds), burst));
    }

    /** A key that nothing has been taken for. */
    private static LimitUse fresh(Limit limit, Rate rate) {
        return LimitUse.of(limit, rate, "key " + KEYS.incrementAndGet());
    }

    private boolean isAllowed(long at, LimitUse use) {
        return take(at, use).refused() == null;
    }

    private LimitResult take(long at, LimitUse... uses) {
        return store.take(List.of(uses), "", at);
    }
}
