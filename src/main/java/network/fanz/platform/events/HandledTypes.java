package network.fanz.platform.events;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which types of events a subscription handles, on this node and by the newest version of the program that has run. A node that handles
 * fewer leaves the subscription to others: moving its cursor would pass over what it does not know.
 */
final class HandledTypes {
    private static final Logger LOG = LoggerFactory.getLogger(HandledTypes.class);
    private static final int TRIES = 40;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Subscription subscription;
    private final CursorStore cursors;
    private final TransactionTemplate transaction;
    private volatile boolean leftToNewer;

    HandledTypes(Subscription subscription, CursorStore cursors, TransactionTemplate transaction) {
        this.subscription = subscription;
        this.cursors = cursors;
        this.transaction = transaction;
    }

    boolean areLeftToNewer() {
        return leftToNewer;
    }

    /**
     * Before this node takes part in anything. A node that is busy with a batch keeps this from being told; then this node's first batch
     * tells.
     */
    void tellOthers() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (Boolean.TRUE.equals(transaction.execute(status -> claimIfFree()))) {
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean claimIfFree() {
        boolean free = cursors.tryLock(subscription.name());
        if (free) {
            claim(cursors.position(subscription.name()));
        }
        return free;
    }

    /** Writes down what this version handles, if that is more than any version before. The caller holds the subscription's lock. */
    void claim(CursorStore.TypedCursor position) {
        Set<String> known = position.types();
        Set<String> mine = subscription.types();
        leftToNewer = !mine.containsAll(known);
        if (!leftToNewer && mine.size() > known.size()) {
            cursors.setTypes(subscription.name(), mine, position.cursor());
            if (!known.isEmpty()) {
                LOG.info("{} handles more types of events, from number {} on", subscription.name(), position.cursor());
            }
        }
    }

    /** Lets this version go on where a newer one handled more; what it does not know is passed over. */
    void adopt(Runnable also) {
        transaction.executeWithoutResult(status -> {
            cursors.lock(subscription.name());
            long cursor = cursors.position(subscription.name()).cursor();
            cursors.setTypes(subscription.name(), subscription.types(), cursor);
            also.run();
        });
    }
}
