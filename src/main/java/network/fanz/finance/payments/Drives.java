package network.fanz.finance.payments;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import network.fanz.finance.payments.spi.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Payments on the move on this node, a bounded number at the same time, and callers who wait for one of them. */
@Component
class Drives {
    private static final Logger LOG = LoggerFactory.getLogger(Drives.class);

    private final PaymentDriver driver;
    private final Semaphore room;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("payment-", 0).factory());
    private final Map<UUID, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

    Drives(PaymentDriver driver, PaymentsSettings settings) {
        this.driver = driver;
        this.room = new Semaphore(settings.drivesMax());
    }

    /** Moves a payment soon. Where there is no room it is left to the job, which finds it in the table. */
    void later(UUID payment, Status news) {
        later(payment, () -> driver.drive(payment, news));
    }

    /** Asks the provider about a payment and moves it on. */
    void askLater(PaymentRow payment) {
        later(payment.id(), () -> driver.ask(payment));
    }

    /** Waits until somebody on this node has moved the payment, or the time is over. A payment that another node moves is not seen. */
    void await(UUID payment, Duration time) {
        CompletableFuture<Void> moved = waiting.computeIfAbsent(payment, id -> new CompletableFuture<>());
        try {
            moved.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException timeIsOver) {
            waiting.remove(payment, moved);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @PreDestroy
    void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void later(UUID payment, Runnable drive) {
        if (!room.tryAcquire()) {
            return;
        }
        try {
            threads.execute(() -> {
                try {
                    drive.run();
                } catch (RuntimeException failed) {
                    LOG.warn("Payment {} stays where it is until the job looks at it again", payment, failed);
                } finally {
                    room.release();
                    tell(payment);
                }
            });
        } catch (java.util.concurrent.RejectedExecutionException stopping) {
            room.release();
        }
    }

    private void tell(UUID payment) {
        CompletableFuture<Void> moved = waiting.remove(payment);
        if (moved != null) {
            moved.complete(null);
        }
    }
}
