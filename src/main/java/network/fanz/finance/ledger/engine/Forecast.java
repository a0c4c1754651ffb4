package network.fanz.finance.ledger.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import network.fanz.finance.ledger.books.Draft;
import network.fanz.finance.ledger.books.Head;
import network.fanz.finance.ledger.books.Standing;
import network.fanz.finance.ledger.books.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * How the books will stand once the batches that are under way on this node have been committed: a guess, by which the next batch can be
 * drafted while they are. It is never believed: the database takes no draft that was not drawn on what the books then are.
 */
public final class Forecast {
    private static final int ACCOUNTS_MAX = 50_000;
    private static final int RESTS = 16;

    private final Map<Long, Standing> accounts = new HashMap<>();
    private final Set<UUID> underWay = new HashSet<>();
    private @Nullable Head head;
    private int resting;

    /** The end of the chain, as foreseen; null when nothing is known. */
    synchronized @Nullable Head head() {
        if (resting > 0) {
            resting--;
            return null;
        }
        return head;
    }

    /** Those of these accounts that are known. */
    synchronized Map<Long, Standing> standings(Collection<Long> ids) {
        Map<Long, Standing> known = new HashMap<>();
        for (Long id : ids) {
            Standing standing = accounts.get(id);
            if (standing != null) {
                known.put(id, standing);
            }
        }
        return known;
    }

    /** What was read under the chain's lock. */
    synchronized void learn(Head read, Map<Long, Standing> standings) {
        if (head == null || !head.same(read)) {
            forget();
            head = read;
        }
        accounts.putAll(standings);
    }

    /** This draft is on its way. One that was not drawn on this forecast ends it: then two of them are under way side by side. */
    synchronized void expect(Draft draft) {
        draft.postings().forEach(asked -> underWay.add(asked.id()));
        if (head == null || !head.isBefore(draft.block()) || accounts.size() > ACCOUNTS_MAX) {
            forget();
            return;
        }
        head = draft.block().head();
        draft.accounts().forEach(standing -> accounts.put(standing.id(), standing));
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
    synchronized void end(Draft draft) {
        draft.postings().forEach(asked -> underWay.remove(asked.id()));
    }

    /** Something came otherwise than foreseen; if another node writes as well, the same will happen again soon. */
    synchronized void fail() {
        forget();
        resting = RESTS;
    }

    private void forget() {
        head = null;
        accounts.clear();
    }
}
