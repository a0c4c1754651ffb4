package network.fanz.security.ratelimit.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Who runs next. Only so many requests of one address run at once, and its others wait in line, so that a request of another address has
 * those few before it, and not all that one address can send ahead. It is a matter of turns, not of leave: whoever has waited for the
 * patience runs, or slow requests of one address would lock out everybody behind the same address.
 */
final class AddressTurns {
    private final int atOnce;
    private final long patience;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /** The requests of one key: those that run have a place each. */
    private static final class Line {
        private final Semaphore places;
        private int requests;

        Line(int atOnce) {
            this.places = new Semaphore(atOnce, true);
        }
    }

    /**
     * @param atOnce requests of one address; each wider network of {@link AddressKeys} has twice as many
     * @param patience how long a request waits at most
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
        private final List<Line> held = new ArrayList<>();

        private Turn(List<String> keys, List<Line> joined) {
            this.keys = keys;
            this.joined = joined;
        }

        /** Lets others run while this request waits for what its sender still sends. */
        void pause() {
            held.forEach(line -> line.places.release());
            held.clear();
        }

        /** Waits for the next turn. */
        void resume() {
            long end = System.nanoTime() + patience;
            try {
                for (Line line : joined) {
                    if (line.places.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                        held.add(line);
                    }
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
