package network.fanz.finance.payments.machine;

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
final class Turns {
    private final Map<UUID, Turn> turns = new HashMap<>();

    private static final class Turn {
        final ReentrantLock lock = new ReentrantLock();
        int people;
    }

    <T> T inTurn(UUID payment, Supplier<T> work) {
        Turn turn = join(payment);
        turn.lock.lock();
        try {
            return work.get();
        } finally {
            turn.lock.unlock();
            leave(payment, turn);
        }
    }

    private synchronized Turn join(UUID payment) {
        Turn turn = turns.computeIfAbsent(payment, first -> new Turn());
        turn.people++;
        return turn;
    }

    private synchronized void leave(UUID payment, Turn turn) {
        turn.people--;
        if (turn.people == 0) {
            turns.remove(payment);
        }
    }
}
