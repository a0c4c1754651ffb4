package network.fanz.security.ratelimit.intake;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All open connections by address. An address that has as many as it may loses its longest idle one for a new one; when all together have
 * as many as there may be, the address with the most loses its oldest. So a newcomer is let in, whoever holds how many.
 */
final class ConnectionTable {
    private final int inAll;
    private final int perAddress;
    private final long headerNanos;
    private final Predicate<InetAddress> manyBehind;
    private final LongSupplier ticker;
    /** No monitor: one that many virtual threads want is handed on by a thread of its own, and they would all stand in line for that. */
    private final Lock lock = new ReentrantLock();

    private final Map<Object, OpenConnection> open = new LinkedHashMap<>();
    private final Map<String, Set<OpenConnection>> byKey = new HashMap<>();

    /** What a connection is doing. */
    private enum Doing {
        NOTHING,
        REQUEST,
        WAITING,
        ANSWERED
    }

    private static final class OpenConnection {
        private final Object channel;
        private final List<String> keys;
        private final Runnable close;
        private final BooleanSupplier inHeaders;
        private Doing doing = Doing.NOTHING;
        private long since;
        private long workingSince;

        OpenConnection(Object channel, List<String> keys, Runnable close, BooleanSupplier inHeaders, long since) {
            this.channel = channel;
            this.keys = keys;
            this.close = close;
            this.inHeaders = inHeaders;
            this.since = since;
            this.workingSince = since;
        }
    }

    /**
     * @param headerTime how long a request's headers may take
     * @param manyBehind whether an address is a proxy's, who looks after its own clients' connections
     * @param ticker nanoseconds that never run backwards
     */
    ConnectionTable(
            int inAll, int perAddress, Duration headerTime, Predicate<InetAddress> manyBehind, LongSupplier ticker) {
        this.inAll = inAll;
        this.perAddress = perAddress;
        this.headerNanos = headerTime.toNanos();
        this.manyBehind = manyBehind;
        this.ticker = ticker;
    }

    /**
     * @param close ends the connection; the table hears of it by {@link #ended}
     * @return false if there is no place for it
     */
    boolean admit(Object channel, InetAddress address, Runnable close, BooleanSupplier inHeaders) {
        List<String> keys = manyBehind.test(address) ? List.of() : AddressKeys.of(address);
        List<OpenConnection> given = new ArrayList<>();
        boolean admitted;
        lock.lock();
        try {
            admitted = hasShare(keys, given) && hasPlace(given);
            if (admitted) {
                add(new OpenConnection(channel, keys, close, inHeaders, ticker.getAsLong()));
            }
        } finally {
            lock.unlock();
        }
        given.forEach(connection -> connection.close.run());
        return admitted;
    }

    /** A request is being read or answered. */
    void working(Object channel) {
        change(channel, connection -> {
            if (connection.doing == Doing.NOTHING) {
                connection.workingSince = ticker.getAsLong();
            }
            connection.doing = Doing.REQUEST;
        });
    }

    /** The rest of a request, or of a stream's answer, is waited for. */
    void waiting(Object channel) {
        change(channel, connection -> {
            if (connection.doing == Doing.ANSWERED) {
                connection.workingSince = ticker.getAsLong();
            }
            connection.doing = Doing.WAITING;
        });
    }

    /** A request was answered; what is left of its body may still come. */
    void answered(Object channel) {
        since(channel, Doing.ANSWERED);
    }

    /** The next request may come. */
    void idle(Object channel) {
        since(channel, Doing.NOTHING);
    }

    private void since(Object channel, Doing doing) {
        change(channel, connection -> {
            connection.doing = doing;
            connection.since = ticker.getAsLong();
        });
    }

    void ended(Object channel) {
        change(channel, connection -> {
            open.remove(channel);
            leave(connection);
        });
    }

    private void change(Object channel, Consumer<OpenConnection> change) {
        lock.lock();
        try {
            OpenConnection connection = open.get(channel);
            if (connection != null) {
                change.accept(connection);
            }
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return open.size();
        } finally {
            lock.unlock();
        }
    }

    /** Closes those whose headers, or bodies that nobody reads any more, have been coming for too long, however often a byte came. */
    void closeSlow() {
        List<OpenConnection> slow;
        lock.lock();
        try {
            long now = ticker.getAsLong();
            slow = open.values().stream()
                    .filter(connection -> isSlow(connection, now))
                    .toList();
        } finally {
            lock.unlock();
        }
        slow.forEach(connection -> connection.close.run());
    }

    private boolean isSlow(OpenConnection connection, long now) {
        return switch (connection.doing) {
            case NOTHING, REQUEST -> false;
            case WAITING -> now - connection.workingSince > headerNanos && connection.inHeaders.getAsBoolean();
            case ANSWERED -> now - connection.since > headerNanos;
        };
    }

    private boolean hasShare(List<String> keys, List<OpenConnection> given) {
        int share = perAddress;
        for (String key : keys) {
            Set<OpenConnection> held = byKey.getOrDefault(key, Set.of());
            if (held.size() >= share) {
                OpenConnection idle = longestIdle(held);
                if (idle == null) {
                    return false;
                }
                giveUp(idle, given);
            }
            share *= 2;
        }
        return true;
    }

    private boolean hasPlace(List<OpenConnection> given) {
        if (open.size() < inAll) {
            return true;
        }
        Set<OpenConnection> most =
                byKey.values().stream().max(Comparator.comparingInt(Set::size)).orElse(Set.of());
        if (most.isEmpty()) {
            return false;
        }
        OpenConnection idle = longestIdle(most);
        giveUp(idle == null ? most.iterator().next() : idle, given);
        return true;
    }

    private static @Nullable OpenConnection longestIdle(Set<OpenConnection> held) {
        return held.stream()
                .filter(connection -> connection.doing == Doing.NOTHING)
                .min(Comparator.comparingLong(connection -> connection.since))
                .orElse(null);
    }

    /** It is no longer counted, and closed outside of the lock. */
    private void giveUp(OpenConnection connection, List<OpenConnection> given) {
        open.remove(connection.channel);
        leave(connection);
        given.add(connection);
    }

    private void add(OpenConnection connection) {
        open.put(connection.channel, connection);
        connection.keys.forEach(
                key -> byKey.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(connection));
    }

    private void leave(OpenConnection connection) {
        for (String key : connection.keys) {
            byKey.computeIfPresent(key, (any, held) -> {
                held.remove(connection);
                return held.isEmpty() ? null : held;
            });
        }
    }
}
