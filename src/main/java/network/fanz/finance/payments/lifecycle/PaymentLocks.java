package network.fanz.finance.payments.lifecycle;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One after the other, for whoever moves the same payment on this node: a provider's message often comes while the request that it
 * follows from is still being answered, and the two would only do each other's work again. It saves work and guards nothing: another
 * node knows nothing of it, so what must not happen twice is guarded where it is written.
 */
final class PaymentLocks {
    private final Map<UUID, CountedLock> locks = new HashMap<>();

    private static final class CountedLock {
        final ReentrantLock lock = new ReentrantLock();
        int holders;
    }

    <T> T withLock(UUID payment, Supplier<T> work) {
        CountedLock countedLock = retain(payment);
        countedLock.lock.lock();
        try {
            return work.get();
        } finally {
            countedLock.lock.unlock();
            release(payment, countedLock);
        }
    }

    private synchronized CountedLock retain(UUID payment) {
        CountedLock countedLock = locks.computeIfAbsent(payment, first -> new CountedLock());
        countedLock.holders++;
        return countedLock;
    }

    private synchronized void release(UUID payment, CountedLock countedLock) {
        countedLock.holders--;
        if (countedLock.holders == 0) {
            locks.remove(payment);
        }
    }
}
