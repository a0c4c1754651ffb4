package network.fanz.finance.payments.lifecycle;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
    /** Questions of buyers have only what is free beyond this: the other half is for messages and the job. */
    private final int keptFromQuestions;

    private final Map<UUID, CompletableFuture<PaymentRow>> questions = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("payment-", 0).factory());

    DriverPool(PaymentDriver driver, PaymentWaiters paymentWaiters, PaymentsSettings settings) {
        this.driver = driver;
        this.waiters = paymentWaiters;
        this.slots = new Semaphore(settings.drivesMax());
        this.keptFromQuestions = settings.drivesMax() / 2;
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

    /**
     * Asks the provider about a payment whose buyer waits for the answer. There is one question about a payment at a time, however often
     * its page is opened.
     *
     * @return the payment as the answer has left it, or as it was if there was no answer or no room
     */
    CompletableFuture<PaymentRow> ask(PaymentRow payment) {
        CompletableFuture<PaymentRow> question = new CompletableFuture<>();
        CompletableFuture<PaymentRow> asked = questions.putIfAbsent(payment.id(), question);
        if (asked != null) {
            return asked;
        }
        if (freeSlots() <= keptFromQuestions || !submit(payment.id(), () -> answer(payment, question))) {
            end(question, payment);
        }
        return question;
    }

    private PaymentRow answer(PaymentRow payment, CompletableFuture<PaymentRow> question) {
        try {
            PaymentRow after = driver.pollProvider(payment);
            question.complete(after);
            return after;
        } finally {
            end(question, payment);
        }
    }

    /** Whoever asks from now on asks anew. The payment is the answer only where there is none. */
    private void end(CompletableFuture<PaymentRow> question, PaymentRow payment) {
        questions.remove(payment.id(), question);
        question.complete(payment);
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
