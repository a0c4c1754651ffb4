package network.fanz.finance.payments.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import network.fanz.common.Caller;
import network.fanz.common.Forbidden;
import network.fanz.common.NotFound;
import network.fanz.finance.payments.Mover;
import network.fanz.finance.payments.NotCancellable;
import network.fanz.finance.payments.spi.PaymentProviderUnavailable;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What a buyer does about a payment that waits for them or for their bank: asks the provider where it stands, and cancels it. */
@Component
public class OpenCheckouts {
    /** How long a provider's message may take before the provider is asked. */
    public static final Duration MESSAGE_TIME = Duration.ofSeconds(1);

    private static final Duration ANSWER_TIME = Duration.ofSeconds(3);

    private final PaymentStore store;
    private final ChargeSteps chargeSteps;
    private final PaymentDriver driver;
    private final DriverPool drivers;
    private final PaymentsSettings settings;
    private final Audit audit;
    private final TransactionOperations transaction;

    OpenCheckouts(
            PaymentStore store,
            ChargeSteps chargeSteps,
            PaymentDriver driver,
            DriverPool drivers,
            PaymentsSettings settings,
            Audit audit,
            TransactionOperations transaction) {
        this.store = store;
        this.chargeSteps = chargeSteps;
        this.driver = driver;
        this.drivers = drivers;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The payment after the provider was asked about it, or as it is where the provider does not decide or does not answer in time. */
    public PaymentRow ask(PaymentRow payment) {
        return switch (payment.state()) {
            case AUTHORISING, UNKNOWN -> awaitAnswer(payment);
            case CREATED, AUTHORISED, POSTED, SETTLED, DECLINED, REFUNDING, REFUNDED, REFUND_REFUSED -> payment;
        };
    }

    /** Until when a payment of that time waits for a card. */
    public Instant until(Instant createdAt) {
        return createdAt.plus(settings.checkoutTime());
    }

    /**
     * Ends a payment that waits for its buyer's card. One that is charged without a page is with the bank already.
     *
     * @throws PaymentProviderUnavailable if the provider does not answer; the payment stays as it is
     */
    public PaymentRow cancel(UUID id, Caller caller) {
        PaymentRow payment =
                store.find(id).filter(row -> row.isVisibleTo(caller)).orElseThrow(() -> new NotFound("payment"));
        if (!caller.is(payment.buyer())) {
            throw new Forbidden("Only its buyer can cancel a payment.");
        }
        return switch (payment.state()) {
            case DECLINED -> payment;
            case AUTHORISING -> {
                if (payment.nextUrl() == null) {
                    throw new NotCancellable();
                }
                yield end(payment);
            }
            case CREATED, UNKNOWN, AUTHORISED, POSTED, SETTLED, REFUNDING, REFUNDED, REFUND_REFUSED ->
                throw new NotCancellable();
        };
    }

    private PaymentRow end(PaymentRow payment) {
        transaction.executeWithoutResult(
                status -> audit.record(AuditAction.of("payments.cancel", payment.buyer(), "payment:" + payment.id())));
        return driver.drive(payment.id(), chargeSteps.cancel(payment), Mover.caller(payment.buyer()));
    }

    private PaymentRow awaitAnswer(PaymentRow payment) {
        try {
            return drivers.ask(payment).get(ANSWER_TIME.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException noAnswer) {
            return store.find(payment.id()).orElse(payment);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return payment;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
