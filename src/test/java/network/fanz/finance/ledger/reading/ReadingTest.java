package network.fanz.finance.ledger.reading;

import static network.fanz.finance.ledger.Rig.leg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Period;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.JournalFilter;
import network.fanz.finance.ledger.JournalLine;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.Recorded;
import network.fanz.finance.ledger.Rig;
import network.fanz.finance.ledger.StatementLine;
import network.fanz.finance.ledger.TrialBalance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class ReadingTest {
    private static Rig rig;
    private LedgerAccountId fan;
    private LedgerAccountId creator;

    @BeforeAll
    static void open() {
        rig = new Rig();
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @BeforeEach
    void openAccounts() {
        fan = rig.wallet(UUID.randomUUID().toString(), 1_000);
        creator = rig.wallet(UUID.randomUUID().toString());
    }

    @Test
    void aStatementRunsToTheBalance() {
        rig.accepted(rig.post(leg(fan, creator, 100)));
        rig.accepted(rig.post(leg(fan, creator, 50)));
        Page<StatementLine> page = rig.ledger.statement(fan, null, 10);
        assertThat(page.next()).isNull();
        assertThat(page.items())
                .extracting(line -> line.balance().units().intValue())
                .containsExactly(850, 900, 1_000);
        assertThat(page.items())
                .extracting(line -> line.amount().units().intValue())
                .containsExactly(-50, -100, 1_000);
        assertThat(page.items().getFirst().counterparty()).isEqualTo(creator);
    }

    @Test
    void aStatementGoesOnWhereThePageEnded() {
        rig.accepted(rig.post(leg(fan, creator, 100)));
        rig.accepted(rig.post(leg(fan, creator, 50)));
        Page<StatementLine> first = rig.ledger.statement(fan, null, 2);
        Page<StatementLine> second = rig.ledger.statement(fan, first.next(), 2);
        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isNull();
        assertThatThrownBy(() -> rig.ledger.statement(fan, "x", 2)).isInstanceOf(InvalidField.class);
    }

    @Test
    void aBalanceCanBeReadAsOfAnyTransfer() {
        long first = rig.accepted(rig.post(leg(fan, creator, 100))).firstSeq();
        long second = rig.accepted(rig.post(leg(fan, creator, 50))).firstSeq();
        assertThat(rig.ledger.balanceAt(creator, first).units()).isEqualTo(100);
        assertThat(rig.ledger.balanceAt(creator, second).units()).isEqualTo(150);
        assertThat(rig.ledger.balanceAt(creator, first - 1).units()).isZero();
    }

    @Test
    void theTrialBalanceBalancesNowAndThen() {
        long seq = rig.accepted(rig.post(leg(fan, creator, 100))).firstSeq();
        rig.accepted(rig.post(leg(fan, creator, 50)));
        assertThat(rig.ledger.trialBalance()).isNotEmpty().allMatch(TrialBalance::balanced);
        TrialBalance then = rig.ledger.trialBalanceAt(seq).getFirst();
        assertThat(then.balanced()).isTrue();
        assertThat(then.asOfSeq()).isEqualTo(seq);
        assertThat(then.debits().isPositive()).isTrue();
    }

    @Test
    void theJournalIsFiltered() {
        Posting sale = rig.post(leg(fan, creator, 7));
        long seq = rig.accepted(sale).firstSeq();
        JournalFilter ofCreator =
                new JournalFilter(creator, AccountCode.FAN_WALLET, "USD", Posting.Kind.POST, "test", "1", null);
        assertThat(rig.ledger.journal(ofCreator, null, 10).items())
                .extracting(JournalLine::seq)
                .containsExactly(seq);
        JournalFilter other = new JournalFilter(creator, null, "EUR", null, null, null, null);
        assertThat(rig.ledger.journal(other, null, 10).items()).isEmpty();
    }

    @Test
    void theJournalIsNarrowedToAPeriod() {
        rig.clock.move(Duration.ofDays(1));
        long seq = rig.accepted(rig.post(leg(fan, creator, 7))).firstSeq();
        Period today = new Period(rig.clock.instant(), rig.clock.instant().plusSeconds(1));
        JournalFilter filter = new JournalFilter(null, null, null, null, null, null, today);
        assertThat(rig.ledger.journal(filter, null, 10).items())
                .extracting(JournalLine::seq)
                .contains(seq);
        JournalFilter before = new JournalFilter(null, null, null, null, null, null, today.previous());
        assertThat(rig.ledger.journal(before, null, 10).items()).isEmpty();
    }

    @Test
    void aTransferLeadsToItsPostingItsEntriesAndTheirBlock() {
        Posting sale = rig.post(leg(fan, creator, 100), leg(creator, rig.bank(), 20));
        long seq = rig.accepted(sale).firstSeq();
        Recorded recorded = rig.ledger.recorded(seq + 1);
        assertThat(recorded.lines()).extracting(JournalLine::seq).containsExactly(seq, seq + 1);
        assertThat(recorded.entries()).hasSize(4);
        assertThat(recorded.sound()).isTrue();
        assertThat(rig.ledger.linesOf(recorded.block()))
                .extracting(JournalLine::posting)
                .contains(sale.id());
        assertThatThrownBy(() -> rig.ledger.recorded(999_999)).isInstanceOf(NotFound.class);
    }
}
