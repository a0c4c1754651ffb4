package network.fanz.finance.ledger.rules;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.fanz.finance.ledger.LedgerAccountState;

/**
 * Checks every finished draft. The rules are written so that these invariants hold; the check finds a defect in them. A draft that breaks
 * an invariant is not written, and the message names the invariant.
 */
final class DraftInvariants {
    private DraftInvariants() {}

    /**
     * @param before the balances that the draft was made on
     * @param tickets how many postings were requested
     * @throws LedgerInvariantBroken if an invariant does not hold
     */
    static void check(Head head, Map<Long, AccountBalance> before, Draft draft, int tickets) {
        require(draft.outcomes().size() == tickets, "every posting that was asked for has one outcome");
        checkBlock(head, draft);
        checkPostings(head, draft);
        checkAccounts(before, draft, checkTransfers(head, draft.transfers()));
    }

    private static void checkBlock(Head head, Draft draft) {
        SealedBlock block = draft.block();
        require(head.isParentOf(block), "a block follows the head that it was drafted on");
        require(block.firstSeq() == head.nextSeq(), "a block's first transfer has the head's next number");
        require(block.transfers() == draft.transfers().size(), "a block counts its transfers");
        require(!block.postedAt().isBefore(head.postedAt()), "a block is not older than the one before it");
    }

    /** Accepted postings come first, and each has as many transfers as it says. */
    private static void checkPostings(Head head, Draft draft) {
        long seq = head.nextSeq();
        for (PostingRow posting : draft.postings()) {
            require(!posting.accepted() || posting.firstSeq() == seq, "a posting begins where the one before it ends");
            seq += posting.legs();
        }
        require(seq == draft.block().head().nextSeq(), "every transfer belongs to an accepted posting");
    }

    /** @return what the transfers did to each account */
    private static Map<Long, Sum> checkTransfers(Head head, List<Transfer> transfers) {
        Map<Long, Sum> sums = new HashMap<>();
        long seq = head.nextSeq();
        for (Transfer transfer : transfers) {
            require(transfer.seq() == seq++, "transfers are numbered without a gap");
            Entry debit = transfer.debit();
            Entry credit = transfer.credit();
            require(debit.account() != credit.account(), "a transfer has two accounts");
            require(debit.amount().negate().equals(credit.amount()), "what one account gives the other one gets");
            require(debit.pending().negate().equals(credit.pending()), "what is held on one side is held on the other");
            add(sums, debit);
            add(sums, credit);
        }
        return sums;
    }

    private static void add(Map<Long, Sum> sums, Entry entry) {
        sums.merge(entry.account(), new Sum(1, entry.amount()), Sum::plus);
    }

    private static void checkAccounts(Map<Long, AccountBalance> before, Draft draft, Map<Long, Sum> sums) {
        require(draft.changes().size() == sums.size(), "an account changes if, and only if, it has an entry");
        for (Draft.BalanceChange change : draft.changes()) {
            AccountBalance after = change.after();
            AccountBalance first = before.get(after.id());
            Sum sum = sums.get(after.id());
            if (first == null || sum == null) {
                throw new LedgerInvariantBroken("an account changes if, and only if, it has an entry");
            }
            require(change.versionBefore() == first.version(), "an account is written over the version that was read");
            require(after.version() == first.version() + sum.entries(), "an account has a version for each entry");
            require(after.net().equals(first.net().add(sum.amount())), "an account is the sum of its entries");
            checkBounds(after);
        }
    }

    private static void checkBounds(AccountBalance after) {
        require(after.violation() == null, "no account is overdrawn, or larger than its column");
        require(
                after.pendingDebits().signum() >= 0 && after.pendingCredits().signum() >= 0,
                "no account has less than nothing held");
        require(after.state() != LedgerAccountState.CLOSED, "a closed account does not move");
    }

    private static void require(boolean holds, String invariant) {
        if (!holds) {
            throw new LedgerInvariantBroken(invariant);
        }
    }

    /** The entries of one account. */
    private record Sum(int entries, BigInteger amount) {
        Sum plus(Sum more) {
            return new Sum(entries + more.entries, amount.add(more.amount));
        }
    }
}
