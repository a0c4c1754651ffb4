package network.fanz.finance.payments.lifecycle;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests that wait for a payment to move, so that their callers need not ask again and again. */
@Component
public class PaymentWaiters {
    /** This node is not told when another node moves a payment, so it reads the payment again as often as this. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

    private final Map<UUID, CompletableFuture<PaymentRow>> waiting = new ConcurrentHashMap<>();
    private final Duration waitMax;

    PaymentWaiters(PaymentsSettings settings) {
        this.waitMax = settings.waitMax();
    }

    /**
     * The payment once it is finished, or as it is when the time is over.
     *
     * @param read reads the payment as it is stored
     * @param time bounded by settings
     */
    public PaymentRow awaitFinal(UUID id, Supplier<PaymentRow> read, Duration time) {
        long begin = System.nanoTime();
        long wait = (time.compareTo(waitMax) < 0 ? time : waitMax).toNanos();
        CompletableFuture<PaymentRow> watched = watch(id);
        try {
            // Read after the watch has begun: a change between a read and the watch would be missed.
            PaymentRow payment = read.get();
            while (!PaymentTransitions.isFinal(payment.state())
                    && System.nanoTime() - begin < wait
                    && !Thread.currentThread().isInterrupted()) {
                PaymentRow moved = awaitTransition(watched);
                watched = moved == null ? watched : watch(id);
                payment = moved == null ? read.get() : moved;
            }
            return payment;
        } finally {
            waiting.remove(id, watched);
        }
    }

    /** Tells the requests that wait on this node where the payment stands now. */
    void wake(PaymentRow payment) {
        CompletableFuture<PaymentRow> watched = waiting.remove(payment.id());
        if (watched != null) {
            watched.complete(payment);
        }
    }

    private CompletableFuture<PaymentRow> watch(UUID payment) {
        return waiting.computeIfAbsent(payment, id -> new CompletableFuture<>());
    }

    /**
     * The payment as this node has moved it; null if this node has not moved it within the interval, or if the thread is to stop. The thread
     * stays interrupted then.
     */
    private static @Nullable PaymentRow awaitTransition(CompletableFuture<PaymentRow> watched) {
        try {
            return watched.get(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException timeIsOver) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
