package network.fanz.finance.ledger.queries;

import static network.fanz.finance.ledger.LedgerFixture.leg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Period;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.JournalFilter;
import network.fanz.finance.ledger.JournalLine;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.LedgerFixture;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingKind;
import network.fanz.finance.ledger.RecordedPosting;
import network.fanz.finance.ledger.StatementLine;
import network.fanz.finance.ledger.TrialBalance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class LedgerQueriesTest {
    private static LedgerFixture fixture;
    private LedgerAccountId fan;
    private LedgerAccountId creator;

    @BeforeAll
    static void open() {
        fixture = new LedgerFixture();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @BeforeEach
    void openAccounts() {
        fan = fixture.wallet(UUID.randomUUID().toString(), 1_000);
        creator = fixture.wallet(UUID.randomUUID().toString());
    }

    @Test
    void aStatementRunsToTheBalance() {
        fixture.accepted(fixture.post(leg(fan, creator, 100)));
        fixture.accepted(fixture.post(leg(fan, creator, 50)));
        Page<StatementLine> page = fixture.ledger.statement(fan, null, 10);
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
        fixture.accepted(fixture.post(leg(fan, creator, 100)));
        fixture.accepted(fixture.post(leg(fan, creator, 50)));
        Page<StatementLine> first = fixture.ledger.statement(fan, null, 2);
        Page<StatementLine> second = fixture.ledger.statement(fan, first.next(), 2);
        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isNull();
        assertThatThrownBy(() -> fixture.ledger.statement(fan, "x", 2)).isInstanceOf(InvalidField.class);
    }

    @Test
    void aBalanceCanBeReadAsOfAnyTransfer() {
        long first = fixture.accepted(fixture.post(leg(fan, creator, 100))).firstSeq();
        long second = fixture.accepted(fixture.post(leg(fan, creator, 50))).firstSeq();
        assertThat(fixture.ledger.balanceAt(creator, first).units()).isEqualTo(100);
        assertThat(fixture.ledger.balanceAt(creator, second).units()).isEqualTo(150);
        assertThat(fixture.ledger.balanceAt(creator, first - 1).units()).isZero();
    }

    @Test
    void theTrialBalanceBalancesNowAndThen() {
        long seq = fixture.accepted(fixture.post(leg(fan, creator, 100))).firstSeq();
        fixture.accepted(fixture.post(leg(fan, creator, 50)));
        assertThat(fixture.ledger.trialBalance()).isNotEmpty().allMatch(TrialBalance::balanced);
        TrialBalance then = fixture.ledger.trialBalanceAt(seq).getFirst();
        assertThat(then.balanced()).isTrue();
        assertThat(then.asOfSeq()).isEqualTo(seq);
        assertThat(then.debits().isPositive()).isTrue();
    }

    @Test
    void theJournalIsFiltered() {
        Posting sale = fixture.post(leg(fan, creator, 7));
        long seq = fixture.accepted(sale).firstSeq();
        JournalFilter ofCreator =
                new JournalFilter(creator, AccountCode.FAN_WALLET, "USD", PostingKind.POST, "test", "1", null);
        assertThat(fixture.ledger.journal(ofCreator, null, 10).items())
                .extracting(JournalLine::seq)
                .containsExactly(seq);
        JournalFilter other = new JournalFilter(creator, null, "EUR", null, null, null, null);
        assertThat(fixture.ledger.journal(other, null, 10).items()).isEmpty();
    }

    @Test
    void theJournalIsNarrowedToAPeriod() {
        fixture.clock.move(Duration.ofDays(1));
        long seq = fixture.accepted(fixture.post(leg(fan, creator, 7))).firstSeq();
        Period today =
                new Period(fixture.clock.instant(), fixture.clock.instant().plusSeconds(1));
        JournalFilter filter = new JournalFilter(null, null, null, null, null, null, today);
        assertThat(fixture.ledger.journal(filter, null, 10).items())
                .extracting(JournalLine::seq)
                .contains(seq);
        JournalFilter before = new JournalFilter(
                null, null, null, null, null, null, new Period(today.from().minusSeconds(1), today.from()));
        assertThat(fixture.ledger.journal(before, null, 10).items()).isEmpty();
    }

    @Test
    void aTransferLeadsToItsPostingItsEntriesAndTheirBlock() {
        Posting sale = fixture.post(leg(fan, creator, 100), leg(creator, fixture.bank(), 20));
        long seq = fixture.accepted(sale).firstSeq();
        RecordedPosting recorded = fixture.ledger.recordedPosting(seq + 1);
        assertThat(recorded.lines()).extracting(JournalLine::seq).containsExactly(seq, seq + 1);
        assertThat(recorded.entries()).hasSize(4);
        assertThat(recorded.sound()).isTrue();
        assertThat(fixture.ledger.linesOf(recorded.block()))
                .extracting(JournalLine::posting)
                .contains(sale.id());
        assertThatThrownBy(() -> fixture.ledger.recordedPosting(999_999)).isInstanceOf(NotFound.class);
    }

    /** What no index leads to is looked for stretch by stretch, and no stretch ends without saying where it goes on. */
    @Test
    void aSearchLooksThroughSoManyTransfersAPage() {
        fixture.accepted(fixture.post(leg(fan, creator, 100)));
        fixture.accepted(fixture.pending(Duration.ofDays(1), leg(fan, creator, 50)));
        fixture.accepted(fixture.post(leg(fan, creator, 1)));
        fixture.accepted(fixture.post(leg(fan, creator, 2)));
        LedgerQueries queries = new LedgerQueries(fixture.database.asProgram(), 10, 2);
        JournalFilter pending = JournalFilter.of(Map.of("kind", "pending", "account", fan.toString()));
        Page<JournalLine> first = queries.journal(pending, null, 10);
        assertThat(first.items()).isEmpty();
        Page<JournalLine> next = queries.journal(pending, first.next(), 10);
        assertThat(next.items()).hasSize(1);
        List<JournalLine> whole = new ArrayList<>();
        queries.forEachLine(pending, whole::add);
        assertThat(whole).isEqualTo(next.items());
    }

    @Test
    void aPostingIsFoundByWhatItIsFor() {
        long seq = fixture.accepted(fixture.post(leg(fan, creator, 7))).firstSeq();
        JournalLine line = fixture.ledger.recordedPosting(seq).lines().getFirst();
        JournalFilter itsReference =
                JournalFilter.of(Map.of("referenceType", line.referenceType(), "referenceId", line.referenceId()));
        assertThat(fixture.ledger.journal(itsReference, null, 50).items()).contains(line);
    }
}
