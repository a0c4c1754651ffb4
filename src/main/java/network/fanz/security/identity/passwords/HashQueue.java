package network.fanz.security.identity.passwords;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who computes a password hash next. So many are computed at once; the others wait. Whoever is known comes before all strangers. Of
 * strangers a bounded number waits, of one network fewer still; one too many sends the one away who has waited longest, and is likely to
 * have given up. So a flood of attempts sheds attempts of the flood, before they cost anything.
 */
public final class HashQueue {
    /** The rank of somebody who has been seen before, or holds a mailed link. */
    public static final String KNOWN = "";

    private final int strangersMax;
    private final int ofOneNetworkMax;
    private final Deque<Waiter> known = new ArrayDeque<>();
    private final Deque<Waiter> strangers = new ArrayDeque<>();
    private int free;

    /**
     * @param atOnce how many hashes may be computed at the same time
     * @param strangersMax how many strangers wait
     * @param ofOneNetworkMax how many of them come from one network
     */
    HashQueue(int atOnce, int strangersMax, int ofOneNetworkMax) {
        this.free = atOnce;
        this.strangersMax = strangersMax;
        this.ofOneNetworkMax = ofOneNetworkMax;
    }

    /**
     * Waits for its turn. Whoever gets true calls {@link #leave} in the end.
     *
     * @param network where a stranger comes from; {@link #KNOWN} for somebody who is none
     * @return whether it is the caller's turn; false if it did not come in time, or the caller was sent away
     */
    boolean enter(String network, Duration patience) throws InterruptedException {
        Waiter waiter = admit(network);
        if (waiter == null) {
            return true;
        }
        boolean told = false;
        try {
            told = waiter.told.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            if (!told) {
                giveUp(waiter);
            }
        }
        return told && waiter.turn;
    }

    /** The next one's turn. */
    synchronized void leave() {
        Waiter next = known.isEmpty() ? strangers.poll() : known.poll();
        if (next == null) {
            free++;
        } else {
            next.tell(true);
        }
    }

    synchronized int waiting() {
        return known.size() + strangers.size();
    }

    private synchronized @Nullable Waiter admit(String network) {
        if (free > 0) {
            free--;
            return null;
        }
        Waiter waiter = new Waiter(network);
        if (network.equals(KNOWN)) {
            known.add(waiter);
            return waiter;
        }
        long ofNetwork = strangers.stream()
                .filter(other -> other.network.equals(network))
                .count();
        if (ofNetwork >= ofOneNetworkMax) {
            shed(strangers.stream()
                    .filter(other -> other.network.equals(network))
                    .findFirst()
                    .orElseThrow());
        } else if (strangers.size() >= strangersMax) {
            shed(strangers.getFirst());
        }
        strangers.add(waiter);
        return waiter;
    }

    private void shed(Waiter oldest) {
        strangers.remove(oldest);
        oldest.tell(false);
    }

    /** A turn that came just when the caller gave up goes to the next one. */
    private synchronized void giveUp(Waiter waiter) {
        boolean waited = known.remove(waiter) || strangers.remove(waiter);
        if (!waited && waiter.turn) {
            leave();
        }
    }

    private static final class Waiter {
        private final String network;
        private final CountDownLatch told = new CountDownLatch(1);
        private volatile boolean turn;

        Waiter(String network) {
            this.network = network;
        }

        void tell(boolean itsTurn) {
            turn = itsTurn;
            told.countDown();
        }
    }
}
