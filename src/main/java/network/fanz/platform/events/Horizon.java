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
 * Knows up to where the log is final. Sequence numbers are taken before the commit, so a number may appear after a higher one; a
 * reader may go only as far as no transaction is left that could still fill a gap. A mark is the sequence's last number and then a
 * fresh transaction id: once every running transaction is younger than that id, all numbers up to the mark are committed or gone.
 */
final class Horizon {
    private static final int MARKS_MAX = 8;
    /** A wider move of the watermark wakes everybody instead of asking what is in it. */
    private static final long ASK_MAX = 10_000;

    private static final Duration WHILE_MARKED = Duration.ofMillis(1);

    private final DataSource dataSource;
    private final Duration poll;
    private final Duration gather;
    private final Consumer<Set<String>> advanced;
    private final Deque<HorizonStore.Mark> marks = new ArrayDeque<>();
    private @Nullable Connection connection;
    private long last = -1;
    private volatile long safe;
    private volatile long since = System.nanoTime();
    private long movedAt;

    /**
     * @param gather least time between two moves of the watermark
     * @param advanced told after each move which types of events have become final; nothing if there are too many to ask
     */
    Horizon(DataSource dataSource, Duration poll, Duration gather, Consumer<Set<String>> advanced) {
        this.dataSource = dataSource;
        this.poll = poll;
        this.gather = gather;
        this.movedAt = System.nanoTime() - gather.toNanos();
        this.advanced = advanced;
    }

    /** The watermark: every event up to here is committed, and none will be added. */
    long safe() {
        return safe;
    }

    /** For how long something may have waited behind the watermark. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /**
     * Looks once; returns how long to rest. What comes alone is seen at once; what comes close behind a move waits for more of its kind,
     * so that in a busy moment subscribers work in batches and are not woken for each event.
     */
    Duration look() throws SQLException, InterruptedException {
        long early = gather.toNanos() - (System.nanoTime() - movedAt);
        if (early > 0) {
            TimeUnit.NANOSECONDS.sleep(early);
        }
        try {
            return look(connected());
        } catch (SQLException | RuntimeException failed) {
            forget();
            throw failed;
        }
    }

    private Duration look(Connection connection) throws SQLException {
        HorizonStore.Look look = HorizonStore.look(connection);
        if (look.last() != last && marks.size() < MARKS_MAX) {
            HorizonStore.Mark mark = HorizonStore.mark(connection);
            last = mark.seq();
            marks.add(mark);
            look = HorizonStore.look(connection);
        }
        long before = safe;
        for (HorizonStore.Mark mark = marks.peek(); mark != null && mark.xid() <= look.oldest(); mark = marks.peek()) {
            safe = Math.max(safe, mark.seq());
            marks.remove();
        }
        HorizonStore.Mark waiting = marks.peek();
        since = waiting == null ? System.nanoTime() : waiting.nanos();
        if (safe > before) {
            movedAt = System.nanoTime();
            // Over the same connection: the watermark must not wait for the pool.
            advanced.accept(safe - before > ASK_MAX ? Set.of() : HorizonStore.types(connection, before, safe));
        }
        return waiting == null ? poll : WHILE_MARKED;
    }

    /**
     * After a crash the server may give out again numbers that no transaction had made durable, so all that was known is forgotten
     * with the connection. The connection is held, not borrowed, in order to notice.
     */
    void forget() {
        safe = 0;
        last = -1;
        marks.clear();
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
