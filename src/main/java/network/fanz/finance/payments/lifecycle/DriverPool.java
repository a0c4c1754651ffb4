package network.fanz.finance.payments.lifecycle;

import jakarta.annotation.PreDestroy;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import network.fanz.finance.payments.Mover;
import network.fanz.finance.payments.spi.CheckoutStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Drives payments on this node beside the requests, a bounded number at the same time. */
@Component
class DriverPool {
    private static final Logger LOG = LoggerFactory.getLogger(DriverPool.class);

    private final PaymentDriver driver;
    private final PaymentWaiters waiters;
    private final Semaphore slots;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("payment-", 0).factory());

    DriverPool(PaymentDriver driver, PaymentWaiters paymentWaiters, PaymentsSettings settings) {
        this.driver = driver;
        this.waiters = paymentWaiters;
        this.slots = new Semaphore(settings.drivesMax());
    }

    /** How many more payments may be driven now. */
    int freeSlots() {
        return slots.availablePermits();
    }

    /**
     * Moves a payment soon, as the provider's message says. Where there is no room it is left to the job, which finds it in the table.
     *
     * @param message the provider's id of it
     * @param moved what is done with the payment as the message has left it
     * @param notMoved what is done if it could not be moved
     * @return false if there is no room, and nothing was done
     */
    boolean submit(UUID payment, CheckoutStatus status, String message, Consumer<PaymentRow> moved, Runnable notMoved) {
        return submit(payment, () -> {
            PaymentRow after;
            try {
                after = driver.drive(payment, status, Mover.message(message));
            } catch (RuntimeException failed) {
                notMoved.run();
                throw failed;
            }
            moved.accept(after);
            return after;
        });
    }

    /** Asks the provider about a payment and moves it on. */
    void submitPoll(PaymentRow payment) {
        submit(payment.id(), () -> driver.pollProvider(payment));
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

    private boolean submit(UUID payment, Supplier<PaymentRow> drive) {
        if (!slots.tryAcquire()) {
            return false;
        }
        try {
            threads.execute(() -> run(payment, drive));
            return true;
        } catch (RejectedExecutionException stopping) {
            slots.release();
            return false;
        }
    }

    private void run(UUID payment, Supplier<PaymentRow> drive) {
        try {
            waiters.wake(drive.get());
        } catch (RuntimeException failed) {
            LOG.warn("Payment {} stays where it is until the job looks at it again", payment, failed);
        } finally {
            slots.release();
        }
    }
}
