package network.fanz.content.catalogue.sales;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.fanz.content.catalogue.events.ReleaseMoved;
import network.fanz.content.catalogue.events.WorkTakenDown;
import network.fanz.content.catalogue.sales.TakenDownStore.TakenDown;
import network.fanz.platform.events.Events;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells everybody who has bought a work that nobody sees it any more, some at a time: a work may have any number of buyers. */
@Component
class TakenDownWorks {
    private static final Set<String> ENDS = Set.of("withdrawn", "rejected", "sealed");
    private static final int AT_ONCE = 100;

    private final TakenDownStore store;
    private final Events events;
    private final TransactionOperations transaction;

    TakenDownWorks(TakenDownStore store, Events events, TransactionOperations transaction) {
        this.store = store;
        this.events = events;
        this.transaction = transaction;
    }

    void note(ReleaseMoved moved) {
        if (ENDS.contains(moved.state())) {
            store.note(moved.work(), moved.at());
        }
    }

    /** Goes on until everybody is told or the program wants to stop. Emits {@code work_taken_down}. */
    void tell() {
        boolean more;
        do {
            more = Boolean.TRUE.equals(transaction.execute(status -> tellSome()));
        } while (more && !Thread.currentThread().isInterrupted());
    }

    void tell(WorkGrant grant, Instant at) {
        events.append(new WorkTakenDown(grant.payment(), grant.work(), grant.fan(), grant.creator(), at));
    }

    private boolean tellSome() {
        Optional<TakenDown> taken = store.take();
        taken.ifPresent(work -> {
            List<WorkGrant> buyers = store.buyers(work.work(), work.toldAfter(), AT_ONCE);
            buyers.forEach(buyer -> tell(buyer, work.at()));
            UUID last = buyers.isEmpty() ? work.toldAfter() : buyers.getLast().payment();
            store.told(work.work(), last, buyers.size() < AT_ONCE);
        });
        return taken.isPresent();
    }
}
