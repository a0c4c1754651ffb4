package network.fanz.platform.objects;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds rows and store against each other, and says which rows name something that is not there. What no row knows it deletes where the place
 * is this installation's alone; elsewhere it may be another's, and is counted in the log.
 */
final class ObjectSweep {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectSweep.class);
    private static final int AT_ONCE = 1_000;
    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofSeconds(5);

    private final ObjectPlace place;
    private final ObjectRowStore rows;
    private final ObjectFaults faults;
    private final ObjectSettings settings;
    private final Clock clock;
    private final Suspects strays;
    private final boolean alone;

    /**
     * @param nanos tells how long something has been under way, as {@link System#nanoTime} does
     * @param alone whether nobody else can have put anything into the place
     */
    ObjectSweep(
            ObjectPlace place,
            ObjectRowStore rows,
            ObjectFaults faults,
            ObjectSettings settings,
            Clock clock,
            LongSupplier nanos,
            boolean alone) {
        this.place = place;
        this.rows = rows;
        this.faults = faults;
        this.settings = settings;
        this.clock = clock;
        this.strays = new Suspects(nanos);
        this.alone = alone;
    }

    /** Known before somebody uploads: a full disk, a server that is away. */
    void probe() {
        faults.noting(() -> {
            place.probe();
            return true;
        });
    }

    /** The bytes first: a kill in between finds the row again. */
    void deleteReleased() throws IOException {
        List<String> released;
        do {
            released = releasedLongEnough();
            for (String address : released) {
                place.delete(address);
                rows.remove(address);
            }
        } while (!released.isEmpty() && !Thread.currentThread().isInterrupted());
    }

    /** A time ahead of now was written before the clock jumped back: what is due then is due now. */
    private List<String> releasedLongEnough() {
        Instant now = clock.instant();
        return rows.released(now.minus(settings.releasedFor()), now.plus(CLOCKS_DIFFER_MAX), AT_ONCE);
    }

    /** Goes through both once, side by side in the order of addresses. Its memory is one batch. */
    void compare() throws IOException {
        strays.beginRound();
        SideBySide round = new SideBySide();
        place.each(round::found);
        round.end();
        if (round.stale > 0) {
            LOG.info(
                    "{} objects that no row knows {}", round.stale, alone ? "were deleted" : "lie there, and are left");
        }
        place.deleteDeadDrafts();
    }

    private final class SideBySide {
        private final List<String> batch = new ArrayList<>(AT_ONCE);
        private String behind = "";
        private int stale;

        void found(String address) {
            batch.add(address);
            if (batch.size() == AT_ONCE) {
                compareBatch();
            }
        }

        void end() throws IOException {
            compareBatch();
            rowsUpTo(null, Set.of());
        }

        private void compareBatch() {
            if (batch.isEmpty()) {
                return;
            }
            try {
                String last = batch.getLast();
                rowsUpTo(last, new TreeSet<>(batch));
                deleteStrays();
                behind = last;
                batch.clear();
            } catch (IOException failed) {
                throw new StoreUnreachable(failed);
            }
        }

        private void rowsUpTo(@Nullable String last, Set<String> there) throws IOException {
            String after = behind;
            List<String> named;
            do {
                named = rows.between(after, last, AT_ONCE);
                for (String address : named) {
                    note(address, there.contains(address) || place.has(address));
                    after = address;
                }
            } while (!named.isEmpty() && !Thread.currentThread().isInterrupted());
        }

        private void note(String address, boolean there) {
            if (there) {
                rows.setFound(address);
            } else if (rows.setMissing(address, clock.instant())) {
                LOG.error("ALARM: the object {} is missing from the store", address);
            }
        }

        private void deleteStrays() throws IOException {
            Set<String> known = rows.known(batch);
            for (String address : batch) {
                if (!known.contains(address) && strays.isStale(address)) {
                    stale++;
                    if (alone) {
                        place.delete(address);
                    }
                }
            }
        }
    }
}
