package network.fanz.security.ratelimit.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import network.fanz.security.ratelimit.Limit;
import network.fanz.security.ratelimit.LimitDecision;
import org.junit.jupiter.api.Test;

/** Which row counts, in which order rows are locked, and what a client is told. */
class LimitUseTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Rate RATE = Rate.valueOf("5/10s/5");

    private final LimitUse use = LimitUse.of(Limit.USER, RATE, "somebody");

    @Test
    void everyLimitCountsEveryKeyInARowOfItsOwn() {
        assertThat(Stream.of(
                        use,
                        LimitUse.of(Limit.USER, RATE, "another"),
                        LimitUse.of(Limit.PAYMENT, RATE, "somebody"),
                        LimitUse.ofShared(Limit.GLOBAL, RATE)))
                .extracting(LimitUse::key)
                .doesNotHaveDuplicates();
        assertThat(LimitUse.of(Limit.USER, RATE, "somebody")).isEqualTo(use);
        assertThat(LimitUse.ofShared(Limit.GLOBAL, RATE)).isEqualTo(LimitUse.of(Limit.GLOBAL, RATE, "all"));
    }

    @Test
    void eachWiderNetworkMayDoTwiceAsMuch() {
        List<LimitUse> uses = LimitUse.ofNetworks(Limit.NETWORK, RATE, List.of("narrow", "wide", "wider"));
        assertThat(uses).extracting(each -> each.rate().quota()).containsExactly(10, 20, 40);
        assertThat(uses).extracting(each -> each.rate().burst()).containsExactly(10, 20, 40);
        assertThat(uses.get(1)).isEqualTo(LimitUse.of(Limit.NETWORK, RATE.times(4), "wide"));
    }

    @Test
    void rowsThatEverybodySharesAreLockedLastAndTheOthersByTheirKeys() {
        List<LimitUse> own = Stream.of("a", "b", "c", "d", "e")
                .map(key -> LimitUse.of(Limit.USER, RATE, key))
                .toList();
        List<LimitUse> sorted = Stream.concat(Stream.of(LimitUse.ofShared(Limit.GLOBAL, RATE)), own.stream())
                .sorted(LimitUse.LOCK_ORDER)
                .toList();
        assertThat(sorted.getLast().limit()).isEqualTo(Limit.GLOBAL);
        assertThat(sorted.subList(0, 5)).extracting(LimitUse::key).isSorted();
    }

    @Test
    void whoIsLetThroughIsToldWhatIsLeftAndWhenAllIsThereAgain() {
        assertThat(use.decision(4 * SECOND, true))
                .isEqualTo(new LimitDecision(true, Limit.USER, 5, Duration.ofSeconds(10), 3, Duration.ofSeconds(4)));
    }

    @Test
    void whoIsRefusedIsToldHowLongToWait() {
        LimitDecision refused = use.decision(11 * SECOND + 1, false);
        assertThat(refused)
                .isEqualTo(new LimitDecision(
                        false, Limit.USER, 5, Duration.ofSeconds(10), 0, Duration.ofNanos(SECOND + 1)));
        assertThat(refused.resetSeconds()).isEqualTo(2);
    }

    @Test
    void secondsAreRoundedUpAndARefusedClientWaitsAtLeastOne() {
        assertThat(use.decision(0, true).resetSeconds()).isZero();
        assertThat(use.decision(1, true).resetSeconds()).isEqualTo(1);
        assertThat(use.decision(10 * SECOND, false).resetSeconds()).isEqualTo(1);
    }

    @Test
    void theLastLimitThatWasLookedAtRefuses() {
        LimitDecision passed = use.decision(0, true);
        LimitDecision refused = use.decision(11 * SECOND, false);
        assertThat(new LimitResult(List.of(), Instant.EPOCH).refused()).isNull();
        assertThat(new LimitResult(List.of(passed), null).refused()).isNull();
        assertThat(new LimitResult(List.of(passed, refused), null).refused()).isEqualTo(refused);
    }
}
