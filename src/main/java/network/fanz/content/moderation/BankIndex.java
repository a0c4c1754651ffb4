package network.fanz.content.moderation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import network.fanz.common.RedactedFailure;
import network.fanz.content.moderation.LoadedHashStore.HashChanges;
import network.fanz.content.moderation.index.HashRows;
import network.fanz.content.moderation.index.PdqIndex;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.health.PartReporter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * This node's copy of the PDQ hashes. It is read once the program is ready, and before every look it is brought up to the last change of any
 * node; so it is as new as the database, or it says that it is not.
 */
@Component
class BankIndex implements PartReporter {
    private static final Logger LOG = LoggerFactory.getLogger(BankIndex.class);

    /** How many new hashes a look brings in by itself; more are read in the background. */
    private static final int FOLLOWED_MAX = 50_000;

    /** One in so many of the hashes may be withdrawn before all are read anew; they are left out of every answer before. */
    private static final int WITHDRAWN_ONE_IN = 4;

    private static final int WITHDRAWN_MIN = 10_000;

    private final LoadedHashStore store;
    private final ReentrantLock following = new ReentrantLock();
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile @Nullable LoadedIndex loaded;
    private volatile boolean failed;

    BankIndex(LoadedHashStore store) {
        this.store = store;
    }

    /**
     * @param number of the last change that is in it
     * @param withdrawn how many hashes had been withdrawn when all were read
     */
    private record LoadedIndex(PdqIndex hashes, long number, long withdrawn) {
        boolean isWorn(HashChanges now) {
            return now.withdrawn() - withdrawn > Math.max(WITHDRAWN_MIN, hashes.size() / WITHDRAWN_ONE_IN);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        inBackground(this::load);
    }

    /** All hashes that are in force now, and some that no longer are; empty if this node does not have them yet. */
    Optional<PdqIndex> current() {
        LoadedIndex has = loaded;
        if (has == null) {
            inBackground(this::load);
            return Optional.empty();
        }
        HashChanges now = store.changes();
        return has.number() >= now.number() ? Optional.of(has.hashes()) : follow(now);
    }

    /** The number of the last change of any bank, as the database has it now. */
    long change() {
        return store.changes().number();
    }

    private Optional<PdqIndex> follow(HashChanges now) {
        following.lock();
        try {
            LoadedIndex has = Objects.requireNonNull(loaded);
            if (has.number() >= now.number()) {
                return Optional.of(has.hashes());
            }
            HashRows added = store.since(has.number(), FOLLOWED_MAX);
            if (added.size() > FOLLOWED_MAX) {
                inBackground(this::load);
                return Optional.empty();
            }
            LoadedIndex next = new LoadedIndex(has.hashes().with(added), now.number(), has.withdrawn());
            loaded = next;
            if (next.isWorn(now)) {
                inBackground(this::load);
            } else if (next.hashes().isUnsorted()) {
                inBackground(this::sort);
            }
            return Optional.of(next.hashes());
        } finally {
            following.unlock();
        }
    }

    private void load() {
        HashChanges now = store.changes();
        loaded = new LoadedIndex(PdqIndex.of(store.all()), now.number(), now.withdrawn());
    }

    private void sort() {
        LoadedIndex has = Objects.requireNonNull(loaded);
        PdqIndex sorted = has.hashes().sorted();
        following.lock();
        try {
            LoadedIndex later = Objects.requireNonNull(loaded);
            PdqIndex all = sorted.withNewestOf(later.hashes(), has.hashes().newestSize());
            loaded = new LoadedIndex(all, later.number(), later.withdrawn());
        } finally {
            following.unlock();
        }
    }

    /** One such work at a time; what is asked for meanwhile is asked for again by the next look. */
    private void inBackground(Runnable work) {
        if (working.compareAndSet(false, true)) {
            Thread.ofVirtual().name("hash-banks").start(() -> {
                try {
                    work.run();
                    failed = false;
                } catch (RuntimeException away) {
                    failed = true;
                    LOG.warn("The banks of hashes could not be read: {}", RedactedFailure.describe(away));
                } finally {
                    working.set(false);
                }
            });
        }
    }

    @Override
    public List<PartReport> reports() {
        return failed
                ? List.of(PartReport.alarm(
                        "Hash banks",
                        "The banks of hashes cannot be read. Nothing passes for clean until they can.",
                        "Look after the database first. They are read again at the next look."))
                : List.of();
    }
}
