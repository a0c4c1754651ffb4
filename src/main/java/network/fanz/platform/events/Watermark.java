package network.fanz.platform.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Knows up to where the log is final. A sequence number is taken before the commit, so a number may appear after a higher one. A
 * subscription may read only as far as no running transaction can still fill a gap. A candidate for the watermark is the sequence's
 * last number, and then a fresh transaction id. Once every running transaction is younger than that id, all numbers up to the candidate
 * are committed or gone.
 */
final class Watermark {
    private static final int CANDIDATES_MAX = 8;
    /** A wider move of the watermark wakes every subscription, instead of asking which types are in it. */
    private static final long TYPES_QUERY_SPAN_MAX = 10_000;

    private static final Duration POLL_WHILE_CANDIDATES_WAIT = Duration.ofMillis(1);

    private final DataSource dataSource;
    private final Duration poll;
    private final Duration gather;
    private final Consumer<Set<String>> onAdvance;
    private final Deque<WatermarkStore.WatermarkCandidate> candidates = new ArrayDeque<>();
    private @Nullable Connection connection;
    private long last = -1;
    private volatile long seq;
    private volatile long behindSince = System.nanoTime();
    private long movedAt;

    /**
     * @param gather least time between two moves of the watermark
     * @param advanced told after each move which types of events have become final; an empty set if the move is too wide to ask
     */
    Watermark(DataSource dataSource, Duration poll, Duration gather, Consumer<Set<String>> advanced) {
        this.dataSource = dataSource;
        this.poll = poll;
        this.gather = gather;
        this.movedAt = System.nanoTime() - gather.toNanos();
        this.onAdvance = advanced;
    }

    /** The watermark: every event up to here is committed, and none will be added. */
    long seq() {
        return seq;
    }

    /** For how long an event may have waited behind the watermark. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - behindSince);
    }

    /**
     * Looks once; returns how long to rest. A single event is seen at once. An event that comes soon after a move waits for more of them,
     * so in a busy moment subscribers work in batches and are not woken for each event.
     */
    Duration advance() throws SQLException, InterruptedException {
        long early = gather.toNanos() - (System.nanoTime() - movedAt);
        if (early > 0) {
            TimeUnit.NANOSECONDS.sleep(early);
        }
        try {
            return advance(connected());
        } catch (SQLException | RuntimeException failed) {
            reset();
            throw failed;
        }
    }

    private Duration advance(Connection connection) throws SQLException {
        WatermarkStore.SequenceSnapshot sequenceSnapshot = WatermarkStore.takeSnapshot(connection);
        if (sequenceSnapshot.last() != last && candidates.size() < CANDIDATES_MAX) {
            WatermarkStore.WatermarkCandidate watermarkCandidate = WatermarkStore.takeCandidate(connection);
            last = watermarkCandidate.seq();
            candidates.add(watermarkCandidate);
            sequenceSnapshot = WatermarkStore.takeSnapshot(connection);
        }
        long before = seq;
        for (WatermarkStore.WatermarkCandidate watermarkCandidate = candidates.peek();
                watermarkCandidate != null && watermarkCandidate.xid() <= sequenceSnapshot.oldest();
                watermarkCandidate = candidates.peek()) {
            seq = Math.max(seq, watermarkCandidate.seq());
            candidates.remove();
        }
        WatermarkStore.WatermarkCandidate waiting = candidates.peek();
        behindSince = waiting == null ? System.nanoTime() : waiting.nanos();
        if (seq > before) {
            movedAt = System.nanoTime();
            // Over the same connection: the watermark must not wait for the pool.
            onAdvance.accept(
                    seq - before > TYPES_QUERY_SPAN_MAX
                            ? Set.of()
                            : WatermarkStore.typesBetween(connection, before, seq));
        }
        return waiting == null ? poll : POLL_WHILE_CANDIDATES_WAIT;
    }

    /**
     * Forgets what was known, together with the connection. After a crash the server may give out numbers again that no transaction had
     * made durable. The connection is held and not borrowed, so that its loss is noticed.
     */
    void reset() {
        seq = 0;
        last = -1;
        candidates.clear();
        Connection broken = connection;
        connection = null;
        if (broken != null) {
            try {
                broken.close();
            } catch (SQLException alreadyGone) {
                // It was broken; there is nothing left to close.
            }
        }
    }

    private Connection connected() throws SQLException {
        Connection held = connection;
        if (held == null) {
            held = dataSource.getConnection();
            held.setAutoCommit(true);
            connection = held;
        }
        return held;
    }
}
