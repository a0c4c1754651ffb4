package network.fanz.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import network.fanz.testing.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time goes on by the ticker until a jump of the clock is confirmed, or taken back. */
class ClockWitnessTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration TRUSTED_AFTER = Duration.ofHours(1);
    private static final Duration MOMENT = Duration.ofSeconds(5);

    private final ManualClock machine = new ManualClock(NOON);
    private final AtomicLong ticker = new AtomicLong();
    private final ClockWitness witness = startedAfter(null);

    private ClockWitness startedAfter(Instant seen) {
        return new ClockWitness(machine, ticker::get, TRUSTED_AFTER, seen);
    }

    private void passes(Duration time) {
        machine.forward(time);
        ticker.addAndGet(time.toNanos());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT61S", "PT1H", "P365D", "-PT61S", "-PT1H", "-P365D"})
    void aJumpIsNotFollowedAndItsCorrectionLeavesNothingBehind(Duration jump) {
        machine.forward(jump);
        passes(MOMENT);
        assertThat(witness.instant()).isEqualTo(NOON.plus(MOMENT));
        assertThat(witness.jump()).isEqualTo(jump);
        machine.backward(jump);
        passes(MOMENT);
        assertThat(witness.instant()).isEqualTo(machine.instant());
        assertThat(witness.jump()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-P365D"})
    void aJumpIsFollowedWhenTheClockHasRunEvenlyForAnHourAndTheDatabaseSaysTheSame(Duration jump) {
        machine.forward(jump);
        witness.look(machine.instant());
        passes(TRUSTED_AFTER.minus(MOMENT));
        witness.look(machine.instant());
        assertThat(witness.jump()).isEqualTo(jump);
        passes(MOMENT);
        witness.look(machine.instant().minus(jump));
        assertThat(witness.jump()).as("the database does not agree").isEqualTo(jump);
        witness.look(machine.instant());
        assertThat(witness.instant()).isEqualTo(machine.instant());
    }

    @Test
    void aClockThatJumpsAgainBeginsItsHourAnew() {
        machine.forward(Duration.ofDays(1));
        witness.look(machine.instant());
        passes(TRUSTED_AFTER.dividedBy(2));
        machine.forward(Duration.ofDays(1));
        witness.look(machine.instant());
        passes(TRUSTED_AFTER.dividedBy(2).plus(MOMENT));
        witness.look(machine.instant());
        assertThat(witness.jump()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void everydayCorrectionsAreFollowedAtOnceAndNeverAddUp() {
        machine.forward(Duration.ofSeconds(59));
        assertThat(witness.instant()).isEqualTo(NOON.plusSeconds(59));
        passes(TRUSTED_AFTER);
        witness.look(machine.instant());
        machine.forward(Duration.ofSeconds(59));
        assertThat(witness.jump()).as("two of them are no jump").isZero();
    }

    @Test
    void aStartBeforeWhatWasSeenOrLongAfterItIsAJump() {
        assertThat(startedAfter(NOON.plus(Duration.ofDays(365))).instant()).isEqualTo(NOON.plus(Duration.ofDays(365)));
        assertThat(startedAfter(NOON.minus(Duration.ofDays(365))).instant())
                .isEqualTo(NOON.minus(Duration.ofDays(365)));
        assertThat(startedAfter(NOON.minus(Duration.ofDays(29))).instant()).isEqualTo(NOON);
    }
}
