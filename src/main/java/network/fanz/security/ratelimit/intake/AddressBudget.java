package network.fanz.security.ratelimit.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Something of which there is only so much at once, shared by address. Nobody gets more than a fixed share, and nobody more than a
 * sixteenth of what is still free (Choudhury and Hahne, Dynamic Queue Length Thresholds, 1998): the more is taken, the smaller the shares,
 * so that the next one finds something although dozens of others take all they can.
 */
final class AddressBudget {
    private static final int PARTS = 16;

    private final long perAddress;
    private final long inAll;
    private final Map<String, Long> used = new HashMap<>();
    private final Lock lock = new ReentrantLock();
    private long total;

    /** Whether there was enough, and if not, whose share was used up. */
    enum BudgetAnswer {
        TAKEN,
        SHARE_USED_UP,
        ALL_USED_UP
    }

    AddressBudget(long perAddress, long inAll) {
        this.perAddress = perAddress;
        this.inAll = inAll;
    }

    /** @param keys of {@link AddressKeys} */
    BudgetAnswer take(List<String> keys, long amount) {
        lock.lock();
        try {
            return takeLocked(keys, amount);
        } finally {
            lock.unlock();
        }
    }

    private BudgetAnswer takeLocked(List<String> keys, long amount) {
        long free = inAll - total;
        long share = perAddress;
        long shareOfFree = Math.max(amount, free / PARTS);
        for (String key : keys) {
            long after = used.getOrDefault(key, 0L) + amount;
            if (after > share) {
                return BudgetAnswer.SHARE_USED_UP;
            }
            if (after > shareOfFree || amount > free) {
                return BudgetAnswer.ALL_USED_UP;
            }
            share *= 2;
            shareOfFree *= 2;
        }
        keys.forEach(key -> used.merge(key, amount, Long::sum));
        total += amount;
        return BudgetAnswer.TAKEN;
    }

    void giveBack(List<String> keys, long amount) {
        lock.lock();
        try {
            keys.forEach(key -> used.computeIfPresent(key, (any, before) -> before == amount ? null : before - amount));
            total -= amount;
        } finally {
            lock.unlock();
        }
    }

    long total() {
        lock.lock();
        try {
            return total;
        } finally {
            lock.unlock();
        }
    }
}
