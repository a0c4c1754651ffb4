package network.fanz.finance.payments.machine;

import jakarta.annotation.PreDestroy;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import network.fanz.finance.payments.spi.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Payments on the move on this node, a bounded number at the same time. */
@Component
class Drives {
    private static final Logger LOG = LoggerFactory.getLogger(Drives.class);

    private final PaymentDriver driver;
    private final Waits waits;
    private final Semaphore room;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("payment-", 0).factory());

    Drives(PaymentDriver driver, Waits waits, PaymentsSettings settings) {
        this.driver = driver;
        this.waits = waits;
        this.room = new Semaphore(settings.drivesMax());
    }

    /** How many more may move now. */
    int free() {
        return room.availablePermits();
    }

    /** Moves a payment soon. Where there is no room it is left to the job, which finds it in the table. */
    void later(UUID payment, Status news) {
        later(payment, () -> driver.drive(payment, news));
    }

    /** Asks the provider about a payment and moves it on. */
    void askLater(PaymentRow payment) {
        later(payment.id(), () -> driver.ask(payment));
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
            waits.tell(drive.get());
        } catch (RuntimeException failed) {
            LOG.warn("Payment {} stays where it is until the job looks at it again", payment, failed);
        } finally {
            room.release();
        }
    }
}
