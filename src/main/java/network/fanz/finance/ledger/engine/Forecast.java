package network.fanz.finance.ledger.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import network.fanz.finance.ledger.rules.AccountBalance;
import network.fanz.finance.ledger.rules.Draft;
import network.fanz.finance.ledger.rules.Head;
import network.fanz.finance.ledger.rules.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * The books as they will be when the batches under way on this node are committed. It lets the next batch be drafted while they are still
 * being written. It is a guess, and nothing is believed of it: the database refuses a draft that was not made on what the books then are.
 */
public final class Forecast {
    private static final int ACCOUNTS_MAX = 50_000;
    private static final int SUSPENDED_BATCHES = 16;

    private final Map<Long, AccountBalance> balances = new HashMap<>();
    private final Set<UUID> underWay = new HashSet<>();
    private @Nullable Head head;
    private int suspendedBatches;

    /** The end of the chain as it will be; null when nothing is known. */
    synchronized @Nullable Head head() {
        if (suspendedBatches > 0) {
            suspendedBatches--;
            return null;
        }
        return head;
    }

    /** Those of these accounts that are known. */
    synchronized Map<Long, AccountBalance> balances(Collection<Long> ids) {
        Map<Long, AccountBalance> known = new HashMap<>();
        for (Long id : ids) {
            AccountBalance balance = balances.get(id);
            if (balance != null) {
                known.put(id, balance);
            }
        }
        return known;
    }

    /** What was read under the chain's lock. */
    synchronized void adopt(Head current, Map<Long, AccountBalance> read) {
        if (head == null || !head.isSameAs(current)) {
            clear();
            head = current;
        }
        balances.putAll(read);
    }

    /** This draft is under way. If it was not made on this forecast, two chains of drafts are under way, and the forecast is given up. */
    synchronized void advance(Draft draft) {
        draft.postings().forEach(posting -> underWay.add(posting.id()));
        if (head == null || !head.isParentOf(draft.block()) || balances.size() > ACCOUNTS_MAX) {
            clear();
            return;
        }
        head = draft.block().head();
        draft.changedBalances().forEach(balance -> balances.put(balance.id(), balance));
    }

    /**
     * Whether one of these ids is in a batch that is under way. Two batches with the same id must not write side by side, or neither could
     * go on: the later batch would wait in the database for the earlier batch's row, and the earlier batch, if it came to its stage later,
     * would wait in this program for the later batch.
     */
    synchronized boolean isUnderWay(List<Ticket> batch) {
        return batch.stream()
                .anyMatch(ticket -> underWay.contains(ticket.posting().id()));
    }

    /** The outcome of this draft is known, or will be looked up. */
    synchronized void finish(Draft draft) {
        draft.postings().forEach(posting -> underWay.remove(posting.id()));
    }

    /** The forecast was wrong. If another node writes too, it will soon be wrong again, so it rests for some batches. */
    synchronized void suspend() {
        clear();
        suspendedBatches = SUSPENDED_BATCHES;
    }

    private void clear() {
        head = null;
        balances.clear();
    }
}
