package network.fanz.finance.payments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import network.fanz.finance.ledger.Outcome;
import network.fanz.finance.payments.events.PaymentFailed;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.finance.payments.spi.Checkout;
import network.fanz.finance.payments.spi.CheckoutRequest;
import network.fanz.finance.payments.spi.PaymentProvider;
import network.fanz.finance.payments.spi.Status;
import network.fanz.platform.events.Events;
import network.fanz.security.fraud.Fraud;
import network.fanz.security.fraud.TransactionOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Moves a payment from wherever it stands as far as it goes. A step first does what is outside (provider, ledger), which may all be
 * repeated, and then writes the new state; whoever dies in between repeats the step. Two drivers of one payment do no harm: the
 * second finds a newer version and looks again.
 *
 * <p>From the provider's yes to SETTLED it costs: one read, one pending posting, AUTHORISED (one statement, one commit), the capture,
 * one final posting, POSTED (one statement, one commit), and SETTLED with its event and the outcome for fraud (three statements, one
 * commit).
 */
@Component
class PaymentDriver {
    private static final int TRIES = 8;

    private final PaymentStore store;
    private final Postings postings;
    private final Providers providers;
    private final Methods methods;
    private final Fraud fraud;
    private final Events events;
    private final PaymentsSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    PaymentDriver(
            PaymentStore store,
            Postings postings,
            Providers providers,
            Methods methods,
            Fraud fraud,
            Events events,
            PaymentsSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.postings = postings;
        this.providers = providers;
        this.methods = methods;
        this.fraud = fraud;
        this.events = events;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Somebody else has moved the payment since it was read. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param news what the provider has just said; null if nothing
     * @return the payment where it stands now
     */
    PaymentRow drive(UUID id, @Nullable Status news) {
        for (int tries = 1; ; tries++) {
            PaymentRow payment = store.find(id).orElseThrow();
            try {
                return drive(payment, news);
            } catch (Overtaken overtaken) {
                if (tries == TRIES) {
                    throw new IllegalStateException("Payment " + id + " keeps being moved by others", overtaken);
                }
            }
        }
    }

    /** Drives a payment that was just read or made, without reading it again first. */
    PaymentRow drive(PaymentRow payment) {
        try {
            return drive(payment, null);
        } catch (Overtaken overtaken) {
            return drive(payment.id(), null);
        }
    }

    /** Asks the provider where a payment stands that nothing has been heard of, and goes on from there. */
    PaymentRow ask(PaymentRow payment) {
        return switch (payment.state()) {
            case AUTHORISING, UNKNOWN -> drive(payment.id(), asked(payment));
            default -> drive(payment.id(), null);
        };
    }

    /** Ends a payment whose risk could not be accepted; nothing has left the house yet. */
    PaymentRow refuse(PaymentRow created, DeclineReason reason) {
        return decline(created, reason);
    }

    private Status asked(PaymentRow payment) {
        PaymentProvider provider = providers.named(payment.provider());
        boolean late = payment.createdAt().plus(settings.checkoutTime()).isBefore(clock.instant());
        return late && payment.state() == PaymentState.AUTHORISING
                ? provider.cancel(payment.openSession())
                : provider.status(payment.openSession());
    }

    private PaymentRow drive(PaymentRow from, @Nullable Status news) {
        PaymentRow payment = from;
        Optional<PaymentRow> next = step(payment, news);
        while (next.isPresent()) {
            payment = next.get();
            next = step(payment, null);
        }
        return payment;
    }

    /** One step onward; empty where the payment waits for the buyer, the bank or nobody. */
    private Optional<PaymentRow> step(PaymentRow payment, @Nullable Status news) {
        return switch (payment.state()) {
            case CREATED -> Optional.of(open(payment));
            case AUTHORISING, UNKNOWN -> news == null ? Optional.empty() : decide(payment, news);
            case AUTHORISED -> Optional.of(capture(payment));
            case POSTED -> Optional.of(settle(payment));
            case REFUNDING -> Optional.of(giveBack(payment));
            case SETTLED, DECLINED, REFUNDED -> Optional.empty();
        };
    }

    private PaymentRow open(PaymentRow payment) {
        String token = payment.method() == null ? null : methods.token(payment.buyer(), payment.method());
        Checkout checkout = providers
                .named(payment.provider())
                .createCheckout(new CheckoutRequest(
                        payment.id(),
                        payment.price(),
                        settings.descriptor(),
                        "/checkout/" + payment.id() + "?back",
                        token));
        PaymentRow opened = moved(payment, Move.opened(checkout.session(), checkout.url(), soon()));
        return decide(opened, checkout.status()).orElse(opened);
    }

    private Optional<PaymentRow> decide(PaymentRow payment, Status news) {
        return switch (news.progress()) {
            case OPEN -> Optional.empty();
            case UNKNOWN ->
                payment.state() == PaymentState.UNKNOWN
                        ? Optional.empty()
                        : Optional.of(held(payment, news, PaymentState.UNKNOWN));
            case AUTHORISED, CAPTURED -> Optional.of(held(payment, news, PaymentState.AUTHORISED));
            case DECLINED -> Optional.of(released(payment, DeclineReason.of(news.refusal())));
            case CANCELLED -> Optional.of(released(payment, DeclineReason.ABANDONED));
            case REFUNDED ->
                throw new IllegalStateException("Payment " + payment.id() + " was refunded before it was posted");
        };
    }

    /** Places the hold before it says so: a hold without the state is found again, a state without its hold would not be. */
    private PaymentRow held(PaymentRow payment, Status news, PaymentState to) {
        if (postings.hold(payment) instanceof Outcome.Rejected) {
            providers.named(payment.provider()).cancel(payment.openSession());
            return decline(payment, DeclineReason.NOT_BOOKABLE);
        }
        return within(payment, Move.to(to, soon()), after -> {
            Status.SavedCard card = news.card();
            if (card != null) {
                methods.keep(after.buyer(), after.provider(), card);
            }
        });
    }

    private PaymentRow released(PaymentRow payment, DeclineReason reason) {
        if (payment.state() != PaymentState.AUTHORISING) {
            postings.release(payment);
        }
        return decline(payment, reason);
    }

    private PaymentRow capture(PaymentRow payment) {
        Status status = providers.named(payment.provider()).capture(payment.openSession(), payment.price());
        return switch (status.progress()) {
            case CAPTURED ->
                moved(payment, Move.posted(accepted(postings.post(payment)).postedAt(), soon()));
            case DECLINED, CANCELLED -> released(payment, DeclineReason.AUTHORISATION_LAPSED);
            case OPEN, UNKNOWN, AUTHORISED, REFUNDED ->
                throw new IllegalStateException(
                        "Payment " + payment.id() + " is " + status.progress() + " after its capture");
        };
    }

    private PaymentRow settle(PaymentRow payment) {
        return within(payment, Move.to(PaymentState.SETTLED, null), settled -> {
            fraud.reportOutcome(settled.id(), TransactionOutcome.SETTLED);
            events.append(new PaymentSettled(
                    settled.id(),
                    settled.buyer(),
                    settled.seller(),
                    settled.kind().word(),
                    settled.item(),
                    settled.price(),
                    settled.fee(),
                    settled.share(),
                    settled.platform(),
                    Objects.requireNonNull(settled.postedAt())));
        });
    }

    /** The ledger first: what the creator no longer has cannot be paid back. */
    private PaymentRow giveBack(PaymentRow payment) {
        if (!(postings.reverse(payment) instanceof Outcome.Accepted accepted)) {
            return moved(payment, Move.to(PaymentState.SETTLED, null));
        }
        Status status = providers
                .named(payment.provider())
                .refund(payment.openSession(), Postings.refundId(payment), payment.price());
        if (status.progress() != Status.Progress.REFUNDED) {
            throw new IllegalStateException(
                    "Payment " + payment.id() + " is " + status.progress() + " after its refund");
        }
        return within(payment, Move.refunded(accepted.postedAt()), refunded -> {
            fraud.reportOutcome(refunded.id(), TransactionOutcome.REFUNDED);
            events.append(new PaymentRefunded(
                    refunded.id(),
                    refunded.buyer(),
                    refunded.seller(),
                    refunded.kind().word(),
                    refunded.item(),
                    refunded.price(),
                    refunded.fee(),
                    refunded.share(),
                    refunded.platform(),
                    accepted.postedAt()));
        });
    }

    private PaymentRow decline(PaymentRow payment, DeclineReason reason) {
        return within(payment, Move.declined(reason), declined -> {
            fraud.reportOutcome(declined.id(), outcome(reason));
            events.append(new PaymentFailed(
                    declined.id(),
                    declined.buyer(),
                    declined.seller(),
                    declined.kind().word(),
                    reason.word(),
                    declined.price(),
                    declined.platform(),
                    now()));
        });
    }

    private static TransactionOutcome outcome(DeclineReason reason) {
        return switch (reason) {
            case INSUFFICIENT_FUNDS, CARD_REFUSED, SUSPECTED_FRAUD, AUTHORISATION_LAPSED -> TransactionOutcome.DECLINED;
            case FRAUD_RISK, RISK_NOT_ASSESSED, ABANDONED, NOT_BOOKABLE -> TransactionOutcome.ABANDONED;
        };
    }

    private PaymentRow within(PaymentRow payment, Move move, Consumer<PaymentRow> more) {
        return transaction.execute(status -> {
            PaymentRow after = moved(payment, move);
            more.accept(after);
            return after;
        });
    }

    private PaymentRow moved(PaymentRow payment, Move move) {
        return store.move(payment, move, now()).orElseThrow(Overtaken::new);
    }

    private static Outcome.Accepted accepted(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            return accepted;
        }
        throw new IllegalStateException("The ledger refused what it had held: " + outcome);
    }

    /** When the job looks at it if nothing else has moved it. */
    private Instant soon() {
        return now().plus(settings.retryDelay());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
