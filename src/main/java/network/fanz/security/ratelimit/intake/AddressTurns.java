package network.fanz.security.ratelimit.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who runs next. Only so many requests of one address run at once, and its others wait in line, so that a request of another address has
 * those few before it, and not all that one address can send ahead. It is a matter of turns, not of leave: a request that runs for longer
 * than the patience loses its place to the next in line, or slow ones of one address would lock out everybody behind the same address.
 */
final class AddressTurns {
    private final int atOnce;
    private final long patience;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /** The requests of one key: those that run have a place each. */
    private static final class Line {
        private final Semaphore places;
        private final Lock lock = new ReentrantLock();
        /** Who has a place since when, the longest first. */
        private final Map<Turn, Long> running = new LinkedHashMap<>();

        private int requests;

        Line(int atOnce) {
            this.places = new Semaphore(atOnce, true);
        }

        void enter(Turn turn, long patience) throws InterruptedException {
            while (!places.tryAcquire(patience, TimeUnit.NANOSECONDS)) {
                if (hasTakenOver(System.nanoTime() - patience)) {
                    break;
                }
            }
            lock.lock();
            try {
                running.put(turn, System.nanoTime());
            } finally {
                lock.unlock();
            }
        }

        /** Whether somebody has run since before this moment, whose place is then the caller's. */
        private boolean hasTakenOver(long before) {
            lock.lock();
            try {
                Iterator<Long> since = running.values().iterator();
                if (!since.hasNext() || since.next() - before > 0) {
                    return false;
                }
                since.remove();
                return true;
            } finally {
                lock.unlock();
            }
        }

        void leave(Turn turn) {
            lock.lock();
            try {
                if (running.remove(turn) != null) {
                    places.release();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * @param atOnce requests of one address; each wider network of {@link AddressKeys} has twice as many
     * @param patience how long a request keeps its place for itself
     */
    AddressTurns(int atOnce, Duration patience) {
        this.atOnce = atOnce;
        this.patience = patience.toNanos();
    }

    /** Waits for a turn. */
    Turn take(List<String> keys) {
        Turn turn = new Turn(keys, join(keys));
        turn.resume();
        return turn;
    }

    /** How many keys have a request that runs or waits. */
    int size() {
        return lines.size();
    }

    private List<Line> join(List<String> keys) {
        List<Line> joined = new ArrayList<>(keys.size());
        int places = atOnce;
        for (String key : keys) {
            int width = places;
            joined.add(lines.compute(key, (any, known) -> {
                Line line = known == null ? new Line(width) : known;
                line.requests++;
                return line;
            }));
            places *= 2;
        }
        return joined;
    }

    private void leave(List<String> keys) {
        keys.forEach(key -> lines.computeIfPresent(key, (any, line) -> --line.requests == 0 ? null : line));
    }

    /** A request's turn, from its beginning until it is closed. */
    final class Turn implements AutoCloseable {
        private final List<String> keys;
        private final List<Line> joined;

        private Turn(List<String> keys, List<Line> joined) {
            this.keys = keys;
            this.joined = joined;
        }

        /** Lets others run while this request waits for what its sender still sends. */
        void pause() {
            joined.forEach(line -> line.leave(this));
        }

        /** Waits for the next turn. */
        void resume() {
            try {
                for (Line line : joined) {
                    line.enter(this, patience);
                }
            } catch (InterruptedException stopping) {
                // The request goes on, and finds out by itself.
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            pause();
            leave(keys);
        }
    }
}
