package network.fanz.platform.events;

import java.time.Clock;
import java.util.function.LongSupplier;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds a subscription's read model again beside the one that is read. It has a cursor of its own, so any node goes on with it where
 * another has stopped.
 */
final class Rebuild {
    /** A rebuild reads what lies in the log already, so its batches are larger: each sum is then written once for many facts. */
    private static final int BATCH_FACTOR = 20;

    private static final int BATCH_MAX = 25_000;

    private final Subscription subscription;
    private final ReadModel model;
    private final SubscriptionRunner runner;
    private final CursorStore cursors;
    private final ParkedStore parked;
    private final LongSupplier watermark;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Rebuild(
            Subscription subscription,
            ReadModel model,
            SubscriptionRunner.EventStores stores,
            EventSettings settings,
            LongSupplier watermark,
            Clock clock) {
        this.subscription = subscription;
        this.model = model;
        this.cursors = stores.cursors();
        this.parked = stores.parked();
        this.watermark = watermark;
        this.clock = clock;
        this.transaction = new TransactionTemplate(stores.transactions());
        int batchMax = Math.min(settings.batchMax() * BATCH_FACTOR, BATCH_MAX);
        this.runner = SubscriptionRunner.ofBacklog(model.beside(), stores, settings, watermark, clock, batchMax);
    }

    void register() {
        runner.register();
    }

    String name() {
        return model.beside().name();
    }

    /** Starts at the log's beginning, also if it was under way. */
    void begin(Runnable also) {
        transaction.executeWithoutResult(status -> {
            cursors.lock(name());
            model.begin();
            parked.releaseAll(name());
            cursors.move(name(), 0, clock.instant());
            also.run();
        });
    }

    boolean isUnderWay() {
        return model.isBeingBuilt();
    }

    /** How many of a hundred places in the log it has read; a hundred only once it is done. */
    int percent() {
        long end = Math.max(1, watermark.getAsLong());
        return (int) Math.min(99, cursors.position(name()).cursor() * 100 / end);
    }

    /** Handles the next batch; the last of them lets the new model take the old one's place. */
    SubscriptionRunner.BatchResult runBatch() {
        if (!isUnderWay()) {
            return SubscriptionRunner.BatchResult.CAUGHT_UP;
        }
        SubscriptionRunner.BatchResult batch = runner.runBatch();
        return batch != SubscriptionRunner.BatchResult.CAUGHT_UP || finish()
                ? batch
                : SubscriptionRunner.BatchResult.MORE;
    }

    /** Neither of the two subscriptions moves while one takes the other's place; false if there is still something to read. */
    private boolean finish() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            cursors.lock(subscription.name());
            cursors.lock(name());
            long reached = cursors.position(name()).cursor();
            if (model.isBeingBuilt()) {
                if (reached < cursors.position(subscription.name()).cursor()) {
                    return false;
                }
                model.swap();
                parked.releaseAll(subscription.name());
                parked.handOver(name(), subscription.name());
                cursors.move(subscription.name(), reached, clock.instant());
            }
            return true;
        }));
    }
}
