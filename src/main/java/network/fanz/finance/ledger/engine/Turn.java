package network.fanz.finance.ledger.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A batch's way through three stations: it is drafted, its events are appended, it is sealed into the chain. A station holds one batch,
 * and batches never overtake each other. Between the first two each writes its other rows, which may happen side by side: while one
 * batch is sealed, others write, and another is drafted.
 */
public final class Turn implements AutoCloseable {
    /** In this order. */
    enum Station {
        DRAFT,
        EVENTS,
        SEAL
    }

    private static final Station[] STATIONS = Station.values();

    private final Way way;
    private Attempt attempt;

    private Turn(Way way, Attempt attempt) {
        this.way = way;
        this.attempt = attempt;
    }

    /** The stations of one ledger. */
    static final class Way {
        private final Semaphore drafting = new Semaphore(1);
        private Attempt last = new Attempt(null);

        Way() {
            last.leaveAll();
        }

        /** Waits until the next batch can be taken and drafted. */
        Turn next() {
            drafting.acquireUninterruptibly();
            return new Turn(this, begin());
        }

        /** Null when a batch is under way. */
        @Nullable Turn now() {
            if (!drafting.tryAcquire()) {
                return null;
            }
            if (!last.isOver()) {
                drafting.release();
                return null;
            }
            return new Turn(this, begin());
        }

        /** The caller has the right to draft. */
        private Attempt begin() {
            last = new Attempt(last);
            return last;
        }
    }

    /** One try of a batch: what it has left, and whom it follows. */
    private static final class Attempt {
        private final CountDownLatch[] left = new CountDownLatch[STATIONS.length];
        /** Null once this one is being sealed: then nobody is before it. One that failed on its way still has it. */
        private volatile @Nullable Attempt before;

        Attempt(@Nullable Attempt before) {
            this.before = before;
            java.util.Arrays.setAll(left, station -> new CountDownLatch(1));
        }

        boolean isOver() {
            for (Attempt one = this; one != null; one = one.before) {
                if (!one.hasLeft(Station.SEAL)) {
                    return false;
                }
            }
            return true;
        }

        boolean hasLeft(Station station) {
            return left[station.ordinal()].getCount() == 0;
        }

        /** Waits until all batches before have left this station. */
        boolean enter(Station station, Duration patience) throws InterruptedException {
            for (Attempt other = before; other != null; other = other.before) {
                if (!other.left[station.ordinal()].await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                    return false;
                }
            }
            if (station == Station.SEAL) {
                before = null;
            }
            return true;
        }

        void leaveAll() {
            for (CountDownLatch one : left) {
                one.countDown();
            }
        }
    }

    /** Waits until all batches before this one are settled; none behind it begins while it is being drafted. */
    void claim() {
        enter(Station.SEAL);
    }

    /** The same, but gives up after a while. */
    boolean claim(Duration patience) throws InterruptedException {
        return attempt.enter(Station.SEAL, patience);
    }

    /** Waits until all batches before have left this station. */
    void enter(Station station) {
        boolean interrupted = false;
        while (true) {
            try {
                if (attempt.enter(station, Duration.ofHours(1))) {
                    break;
                }
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next batch may have this station. */
    void leave(Station station) {
        if (!attempt.hasLeft(station)) {
            attempt.left[station.ordinal()].countDown();
            if (station == Station.DRAFT) {
                way.drafting.release();
            }
        }
    }

    /**
     * Starts over, behind the others. Those that were drafted on this batch have to fail first: their rows may be in the way of another
     * node's, which this batch may have to wait for.
     */
    void again() {
        close();
        way.drafting.acquireUninterruptibly();
        attempt = way.begin();
    }

    /** The batch is settled. */
    @Override
    public void close() {
        for (Station station : STATIONS) {
            leave(station);
        }
    }
}
