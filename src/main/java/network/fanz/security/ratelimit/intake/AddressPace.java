package network.fanz.security.ratelimit.intake;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * How fast one address may ask this node for anything, also for what is cheap: files of pages, and whether the node lives. The budgets
 * bound what is under way at once; a queue of cheap requests, sent ahead on many lines, would still stand in front of everybody else.
 * It counts by the generic cell rate algorithm (ITU-T I.371), in memory, by a clock that no jump moves.
 */
final class AddressPace {
    private static final int ADDRESSES_MAX = 65_536;

    private final long interval;
    private final long ahead;
    private final LongSupplier ticker;
    private final Lock lock = new ReentrantLock();
    /** When each address will have used up nothing, the one that asked longest ago first. */
    private final Map<String, Long> rested = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param perSecond requests of one address at a steady rate; each wider network of {@link AddressKeys} has twice as many
     * @param burst how many it may send at once
     * @param ticker nanoseconds that never run backwards
     */
    AddressPace(int perSecond, int burst, LongSupplier ticker) {
        this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.ahead = interval * burst;
        this.ticker = ticker;
    }

    /** @param keys of {@link AddressKeys}; false if one of them is too fast, and then it counts for none */
    boolean take(List<String> keys) {
        lock.lock();
        try {
            return takeLocked(keys);
        } finally {
            lock.unlock();
        }
    }

    private boolean takeLocked(List<String> keys) {
        long now = ticker.getAsLong();
        long step = interval;
        for (String key : keys) {
            if (Math.max(0, rested.getOrDefault(key, now) - now) + step > ahead) {
                return false;
            }
            step /= 2;
        }
        step = interval;
        for (String key : keys) {
            rested.put(key, Math.max(0, rested.getOrDefault(key, now) - now) + now + step);
            step /= 2;
        }
        forgetTheRested(now);
        return true;
    }

    /** Who has rested needs no row; beyond the bound the one that asked longest ago goes first. */
    private void forgetTheRested(long now) {
        Iterator<Map.Entry<String, Long>> oldest = rested.entrySet().iterator();
        for (int looked = 0; looked < 4 && oldest.hasNext(); looked++) {
            if (oldest.next().getValue() - now <= 0 || rested.size() > ADDRESSES_MAX) {
                oldest.remove();
            }
        }
    }
}
