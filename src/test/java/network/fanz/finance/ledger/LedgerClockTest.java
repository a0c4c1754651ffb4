package network.fanz.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A chain that was written under a clock that was ahead keeps its order; holds go by the clock, as it is now. */
@Tag("database")
class LedgerClockTest {
    private static final Duration JUMP = Duration.ofDays(365);
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final LedgerFixture fixture = new LedgerFixture();
    private final LedgerAccountId from = fixture.wallet("from", 1000);
    private final LedgerAccountId to = fixture.wallet("to", 0);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aHoldFromAfterTheCorrectionEndsInItsTime() {
        ahead();
        hold();
        fixture.clock.move(LIFE.minusSeconds(1));
        assertThat(fixture.sweep()).isZero();
        fixture.clock.move(Duration.ofSeconds(1));
        assertThat(fixture.sweep()).isOne();
    }

    @Test
    void aHoldFromBeforeTheJumpIsStillPostedAfterTheCorrection() {
        UUID hold = hold();
        Instant before = fixture.ledger.lastBlock().orElseThrow().postedAt();
        ahead();
        fixture.accepted(fixture.postPending(hold));
        assertThat(fixture.balance(to)).isEqualTo(101);
        assertThat(fixture.ledger.lastBlock().orElseThrow().postedAt()).isEqualTo(before.plus(JUMP));
        assertThat(fixture.ledger.verify().findings()).isEmpty();
    }

    private void ahead() {
        fixture.clock.move(JUMP);
        fixture.accepted(fixture.post(LedgerFixture.leg(from, to, 1)));
        fixture.clock.move(JUMP.negated());
    }

    private UUID hold() {
        var pending = fixture.pending(LIFE, LedgerFixture.leg(from, to, 100));
        fixture.accepted(pending);
        return pending.id();
    }
}
