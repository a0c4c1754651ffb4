package network.fanz.finance.payments;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
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
    private final Map<UUID, CompletableFuture<PaymentRow>> waiting = new ConcurrentHashMap<>();

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

    /** Is told when the payment has next been moved on this node. Ask for it before reading where the payment stands. */
    CompletableFuture<PaymentRow> watch(UUID payment) {
        return waiting.computeIfAbsent(payment, id -> new CompletableFuture<>());
    }

    /** Waits for that, or until the time is over: then nobody on this node has moved it, and another may have. */
    Optional<PaymentRow> await(CompletableFuture<PaymentRow> watched, Duration time) {
        try {
            return Optional.of(watched.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException timeIsOver) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void unwatch(UUID payment, CompletableFuture<PaymentRow> watched) {
        waiting.remove(payment, watched);
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

    private void later(UUID payment, Supplier<PaymentRow> drive) {
        if (!room.tryAcquire()) {
            return;
        }
        try {
            threads.execute(() -> move(payment, drive));
        } catch (RejectedExecutionException stopping) {
            room.release();
        }
    }

    private void move(UUID payment, Supplier<PaymentRow> drive) {
        try {
            tell(drive.get());
        } catch (RuntimeException failed) {
            LOG.warn("Payment {} stays where it is until the job looks at it again", payment, failed);
        } finally {
            room.release();
        }
    }

    private void tell(PaymentRow payment) {
        CompletableFuture<PaymentRow> watched = waiting.remove(payment.id());
        if (watched != null) {
            watched.complete(payment);
        }
    }
}
