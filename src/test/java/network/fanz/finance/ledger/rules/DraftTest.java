package network.fanz.finance.ledger.rules;

import static network.fanz.finance.ledger.rules.SmallBooks.BANK;
import static network.fanz.finance.ledger.rules.SmallBooks.EARNINGS;
import static network.fanz.finance.ledger.rules.SmallBooks.NOW;
import static network.fanz.finance.ledger.rules.SmallBooks.WALLET;
import static network.fanz.finance.ledger.rules.SmallBooks.leg;
import static network.fanz.finance.ledger.rules.SmallBooks.numbers;
import static network.fanz.finance.ledger.rules.SmallBooks.pending;
import static network.fanz.finance.ledger.rules.SmallBooks.post;
import static network.fanz.finance.ledger.rules.SmallBooks.postPending;
import static network.fanz.finance.ledger.rules.SmallBooks.reversal;
import static network.fanz.finance.ledger.rules.SmallBooks.voidPending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingKind;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.ledger.RejectionReason;
import network.fanz.finance.ledger.events.TransactionPosted;
import org.junit.jupiter.api.Test;

/** What a batch writes, row by row. */
class DraftTest {
    private final SmallBooks books = new SmallBooks();

    @Test
    void transfersAreNumberedFromTheHeadAndLegsFromNothing() {
        books.head = new Head(7, new byte[32], 40, Instant.EPOCH);
        Draft draft = books.draft(post(1, leg(BANK, WALLET, 5)), post(2, leg(BANK, WALLET, 6), leg(BANK, EARNINGS, 7)));
        assertThat(draft.transfers()).extracting(Transfer::seq).containsExactly(40L, 41L, 42L);
        assertThat(draft.transfers()).extracting(Transfer::legIndex).containsExactly(0, 0, 1);
        assertThat(draft.postings()).extracting(PostingRow::firstSeq).containsExactly(40L, 41L);
        assertThat(draft.postings()).extracting(PostingRow::legs).containsExactly(1, 2);
        assertThat(draft.outcomes())
                .containsExactly(
                        new PostingOutcome.Accepted(new UUID(0, 1), 40, NOW),
                        new PostingOutcome.Accepted(new UUID(0, 2), 41, NOW));
        assertThat(draft.block().head()).extracting(Head::height, Head::nextSeq).containsExactly(8L, 43L);
    }

    @Test
    void aTransferDebitsTheOneAndCreditsTheOther() {
        Transfer posted = books.draft(post(1, leg(BANK, WALLET, 5))).transfers().getFirst();
        assertThat(posted.debit()).isEqualTo(entry(BANK, -5, 0, -5, 0, 0));
        assertThat(posted.credit()).isEqualTo(entry(WALLET, 5, 0, 5, 0, 0));
        Transfer held =
                books.draft(pending(1, leg(BANK, WALLET, 5))).transfers().getFirst();
        assertThat(held.debit()).isEqualTo(entry(BANK, 0, -5, 0, 5, 0));
        assertThat(held.credit()).isEqualTo(entry(WALLET, 0, 5, 0, 0, 5));
    }

    @Test
    void changesNameTheVersionThatWasReadInTheOrderOfTheAccounts() {
        books.accounts.compute(WALLET, (id, wallet) -> wallet.credit(BigInteger.TEN, BigInteger.ZERO, 3));
        Draft draft = books.draft(post(1, leg(WALLET, EARNINGS, 5)), post(2, leg(BANK, WALLET, 6)));
        assertThat(draft.changes()).extracting(change -> change.after().id()).containsExactly(BANK, WALLET, EARNINGS);
        assertThat(draft.changes())
                .extracting(Draft.BalanceChange::versionBefore)
                .containsExactly(0L, 1L, 0L);
        assertThat(draft.changedBalances()).extracting(AccountBalance::version).containsExactly(1L, 3L, 1L);
        assertThat(draft.changedBalances()).extracting(AccountBalance::lastSeq).containsExactly(2L, 2L, 1L);
    }

    @Test
    void theOrderOfChangesIsThatOfTheNumbersHoweverTheAccountsWereRead() {
        books.openWallet(33);
        books.openWallet(18);
        Draft draft = books.draft(post(1, leg(BANK, 33, 5), leg(BANK, 18, 5), leg(BANK, WALLET, 5)));
        assertThat(draft.changedBalances()).extracting(AccountBalance::id).containsExactly(BANK, WALLET, 18L, 33L);
    }

    @Test
    void aDraftThatBreaksAnInvariantIsNotMade() {
        books.hold();
        books.now = NOW.minusSeconds(1);
        books.openWallet(WALLET);
        assertThatThrownBy(() -> books.draft(postPending(2, 1)))
                .isInstanceOf(LedgerInvariantBroken.class)
                .hasMessageContaining("less than nothing held");
    }

    @Test
    void aRefusedPostingLeavesNothingBehind() {
        Draft draft = books.draft(
                post(1, leg(BANK, WALLET, 5)),
                post(2, leg(BANK, EARNINGS, 9), leg(WALLET, EARNINGS, 6)),
                post(3, leg(WALLET, EARNINGS, 5)));
        assertThat(draft.changedBalances()).extracting(AccountBalance::id).containsExactly(BANK, WALLET, EARNINGS);
        assertThat(draft.changedBalances()).extracting(AccountBalance::version).containsExactly(1L, 2L, 1L);
        assertThat(draft.transfers()).extracting(Transfer::seq).containsExactly(1L, 2L);
        assertThat(draft.transfers()).extracting(Transfer::legIndex).containsOnly(0);
    }

    @Test
    void refusedPostingsComeLastInTheOrderOfTheirIds() {
        Posting high = Posting.post(new UUID(-1, 0), List.of(leg(WALLET, BANK, 1)), "test", "1", NOW);
        Draft draft = books.draft(
                high,
                post(-2, leg(WALLET, BANK, 1)),
                post(3, leg(WALLET, BANK, 1)),
                post(9, leg(BANK, WALLET, 1)),
                post(4, leg(BANK, WALLET, 1)));
        assertThat(numbers(draft.postings())).containsExactly(9L, 4L, 3L, -2L, 0L);
        assertThat(draft.postings()).extracting(PostingRow::reason).containsExactly(0, 0, 1, 1, 1);
        assertThat(draft.rejectsAny()).isTrue();
        assertThat(draft.outcomes().getFirst())
                .isEqualTo(new PostingOutcome.Rejected(high.id(), RejectionReason.INSUFFICIENT_FUNDS));
    }

    @Test
    void aBatchOfRetriesWritesNothing() {
        Draft nothing = books.draftOf(List.of());
        assertThat(nothing.writesNothing()).isTrue();
        assertThat(nothing.rejectsAny()).isFalse();
        Draft something = books.draft(post(1, leg(BANK, WALLET, 5)));
        assertThat(something.writesNothing()).isFalse();
        assertThat(something.rejectsAny()).isFalse();
    }

    @Test
    void holdsOpenAndCloseWhereTheyOutliveTheBatch() {
        books.hold();
        books.now = NOW.minusSeconds(1);
        Draft draft = books.draft(
                postPending(2, 1),
                pending(3, leg(BANK, WALLET, 1)),
                voidPending(4, 3),
                pending(5, leg(BANK, WALLET, 1)),
                reversal(6, 2));
        assertThat(numbers(draft.openedHolds())).containsExactly(5L);
        assertThat(draft.closedHolds()).containsExactly(new UUID(0, 1));
    }

    @Test
    void aHoldEndsItsTimeAfterTheBatch() {
        books.now = NOW.plusNanos(1_999);
        Posting held = Posting.pending(
                new UUID(0, 1),
                List.of(leg(BANK, WALLET, 5)),
                Duration.ofSeconds(9).plusNanos(1),
                "test",
                "1",
                NOW);
        Draft draft = books.draft(held, pending(2, leg(BANK, WALLET, 5)), postPending(3, 1));
        assertThat(draft.openedHolds()).extracting(PostingRow::expiresAt).containsOnlyNulls();
        assertThat(draft.postings().getFirst().expiresAt())
                .isEqualTo(NOW.plusSeconds(9).plusNanos(1000));
        assertThat(draft.block().postedAt()).isEqualTo(NOW.plusNanos(1000));
    }

    @Test
    void aBlockIsNeverOlderThanTheOneBefore() {
        books.head = new Head(7, new byte[32], 40, NOW.plusSeconds(3));
        assertThat(books.draft(post(1, leg(BANK, WALLET, 5))).block().postedAt())
                .isEqualTo(NOW.plusSeconds(3));
    }

    @Test
    void everyAcceptedPostingIsTold() {
        Draft draft = books.draft(
                Keeper.HAND,
                post(1, leg(WALLET, BANK, 1)),
                post(2, leg(BANK, WALLET, 5), leg(BANK, WALLET, 5)),
                post(3, leg(BANK, WALLET, 5)));
        assertThat(draft.events())
                .containsExactly(
                        new TransactionPosted(new UUID(0, 2), "test", "1", 1, 2, NOW, "hand"),
                        new TransactionPosted(new UUID(0, 3), "test", "1", 3, 1, NOW, "hand"));
    }

    @Test
    void anIdKeepsItsOutcomeForTheSameRequestAndForNoOther() {
        Posting first = post(1, leg(WALLET, BANK, 1));
        PriorOutcome refused =
                new PriorOutcome(first.id(), Ticket.of(Keeper.HAND, first).requestHash(), 1, 0, NOW);
        PostingRules rules = new PostingRules(Head.NONE, NOW, Map.of(first.id(), refused), books.accounts, Map.of());
        Posting other = post(1, leg(BANK, WALLET, 1));
        Draft draft = rules.apply(List.of(Ticket.of(Keeper.HAND, first), Ticket.of(Keeper.HAND, other)));
        assertThat(draft.outcomes())
                .containsExactly(
                        new PostingOutcome.Rejected(first.id(), RejectionReason.INSUFFICIENT_FUNDS),
                        new PostingOutcome.Rejected(first.id(), RejectionReason.ID_USED_FOR_ANOTHER));
        assertThat(draft.writesNothing()).isTrue();
    }

    @Test
    void entriesAreWrittenAccountByAccount() {
        Draft draft = books.draft(post(1, leg(BANK, EARNINGS, 5)), post(2, leg(BANK, WALLET, 6)));
        assertThat(SequencedEntry.of(draft.transfers()))
                .extracting(entry -> entry.entry().account(), SequencedEntry::seq)
                .containsExactly(tuple(BANK, 1L), tuple(BANK, 2L), tuple(WALLET, 2L), tuple(EARNINGS, 1L));
    }

    @Test
    void aPostedHoldHasTheLegsOfBoth() {
        books.hold();
        ReferencedPosting held = books.stored.get(new UUID(0, 1));
        ReferencedPosting both = held.withLegsOf(held).resolved(PostingKind.REVERSAL, new UUID(0, 9));
        assertThat(both.legs()).hasSize(2);
        assertThat(both.resolvingKind()).isEqualTo(PostingKind.REVERSAL);
        assertThat(both.resolvingId()).isEqualTo(new UUID(0, 9));
    }

    private static Entry entry(long account, long amount, long pending, long balance, long heldOut, long heldIn) {
        return new Entry(
                account,
                1,
                BigInteger.valueOf(amount),
                BigInteger.valueOf(pending),
                BigInteger.valueOf(balance),
                BigInteger.valueOf(heldOut),
                BigInteger.valueOf(heldIn));
    }
}
