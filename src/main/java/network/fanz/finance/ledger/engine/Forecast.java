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
 * How the books will stand once the batches that are under way on this node have been committed: a guess, by which the next batch can be
 * drafted while they are. It is never believed: the database takes no draft that was not drawn on what the books then are.
 */
public final class Forecast {
    private static final int ACCOUNTS_MAX = 50_000;
    private static final int SUSPENDED_BATCHES = 16;

    private final Map<Long, AccountBalance> balances = new HashMap<>();
    private final Set<UUID> underWay = new HashSet<>();
    private @Nullable Head head;
    private int suspendedBatches;

    /** The end of the chain, as foreseen; null when nothing is known. */
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
    synchronized void adopt(Head read, Map<Long, AccountBalance> standings) {
        if (head == null || !head.isSameAs(read)) {
            clear();
            head = read;
        }
        balances.putAll(standings);
    }

    /** This draft is on its way. One that was not drawn on this forecast ends it: then two of them are under way side by side. */
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
     * Whether one of these ids is in a batch that is not settled yet. Two such batches must not write side by side: in the database the
     * one would wait for the other's row, and the other here for the one's turn.
     */
    synchronized boolean isUnderWay(List<Ticket> batch) {
        return batch.stream()
                .anyMatch(ticket -> underWay.contains(ticket.posting().id()));
    }

    /** What became of this draft is known, or will be looked up. */
    synchronized void finish(Draft draft) {
        draft.postings().forEach(posting -> underWay.remove(posting.id()));
    }

    /** Something came otherwise than foreseen; if another node writes as well, the same will happen again soon. */
    synchronized void suspend() {
        clear();
        suspendedBatches = SUSPENDED_BATCHES;
    }

    private void clear() {
        head = null;
        balances.clear();
    }
}
