package network.fanz.finance.payments.lifecycle;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.fanz.common.Money;
import network.fanz.common.Steady;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.ledger.RejectionReason;
import network.fanz.finance.payments.Mover;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.methods.PaymentMethods;
import network.fanz.finance.payments.spi.Checkout;
import network.fanz.finance.payments.spi.CheckoutProgress;
import network.fanz.finance.payments.spi.CheckoutRequest;
import network.fanz.finance.payments.spi.CheckoutStatus;
import network.fanz.finance.payments.spi.PaymentProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The steps that take money. From the provider's yes to SETTLED there are four: the hold, the capture, the posting, and one commit with
 * the changes of state, the event and what fraud's history keeps. A node that dies before that commit leaves a payment that has not moved.
 * The next attempt repeats the steps, and ledger and provider recognise them by their ids.
 */
@Component
class ChargeSteps {
    private final TransitionWriter transitions;
    private final PaymentPostings postings;
    private final PaymentProviders providers;
    private final PaymentTerms terms;
    private final PaymentMethods methods;
    private final UsedCards usedCards;
    private final PaymentsSettings settings;
    private final Clock clock;

    ChargeSteps(
            TransitionWriter transitions,
            PaymentPostings postings,
            PaymentProviders providers,
            PaymentTerms terms,
            PaymentMethods methods,
            UsedCards usedCards,
            PaymentsSettings settings,
            @Steady Clock clock) {
        this.transitions = transitions;
        this.postings = postings;
        this.providers = providers;
        this.terms = terms;
        this.methods = methods;
        this.usedCards = usedCards;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens a checkout at the provider, or finds the one that the payment has. A payment may be overdue by then, because the provider could
     * not be reached. Its buyer has given up, so its saved card is not charged any more and its checkout is cancelled.
     */
    PaymentRow openCheckout(PaymentRow payment, Mover mover) {
        boolean overdue = isOverdue(payment);
        Checkout checkout = provider(payment)
                .createCheckout(new CheckoutRequest(
                        payment.id(),
                        payment.price(),
                        settings.descriptor(),
                        "/checkout/" + payment.id() + "?back",
                        overdue ? null : savedCardToken(payment)));
        PaymentRow opened = transitions.transition(
                payment,
                mover,
                new StateChange.CheckoutOpened(checkout.session(), checkout.url(), transitions.nextAttempt()));
        CheckoutStatus status = overdue ? provider(payment).cancel(checkout.session()) : checkout.status();
        return applyStatus(opened, status, mover).orElse(opened);
    }

    /** Asks the provider where a checkout stands. One that was left open too long is cancelled. */
    CheckoutStatus fetchStatus(PaymentRow payment) {
        return isOverdue(payment) && payment.state() == PaymentState.AUTHORISING
                ? cancel(payment)
                : provider(payment).status(payment.requireSession());
    }

    /** Ends a checkout at the provider, unless it has gone on there; answers what it is now. */
    CheckoutStatus cancel(PaymentRow payment) {
        return provider(payment).cancel(payment.requireSession());
    }

    /** Moves the payment as the provider's status says; empty if it says nothing new. */
    Optional<PaymentRow> applyStatus(PaymentRow payment, CheckoutStatus status, Mover mover) {
        return switch (status.progress()) {
            case OPEN -> Optional.empty();
            case UNKNOWN ->
                payment.state() == PaymentState.UNKNOWN
                        ? Optional.empty()
                        : Optional.of(holdAsUnknown(payment, status, mover));
            case AUTHORISED, CAPTURED -> {
                checkAmount(payment, status.taken() == null ? payment.price() : status.taken());
                Optional<DeclineReason> barred = status.progress() == CheckoutProgress.CAPTURED
                        ? Optional.empty()
                        : terms.barredMeanwhile(payment);
                yield Optional.of(barred.map(why -> cancelBarred(payment, status, why, mover))
                        .orElseGet(() -> holdAndCapture(payment, status, mover)));
            }
            case DECLINED -> Optional.of(releaseAndDecline(payment, DeclineReason.of(status.refusal()), mover));
            case CANCELLED -> Optional.of(releaseAndDecline(payment, whyCancelled(payment), mover));
            case REFUNDED -> Optional.of(declineRefunded(payment, mover));
            case REFUND_REFUSED ->
                throw new IllegalStateException("Payment " + payment.id() + " was given back before it was posted");
            // Told to people where the message came in; nothing here can be concluded from it.
            case DISPUTED, UNRECOGNISED -> Optional.empty();
        };
    }

    /** Our own cancelling may be told by the provider before we have written why. */
    private DeclineReason whyCancelled(PaymentRow payment) {
        return terms.barredMeanwhile(payment).orElse(DeclineReason.ABANDONED);
    }

    /** Captures what the provider has set aside, where an earlier attempt was not answered. */
    PaymentRow capture(PaymentRow authorised, Mover mover) {
        return afterCapture(authorised, null, captureAtProvider(authorised), mover);
    }

    /** Ends the hold that this node may have placed while another node declined the payment. Nobody else would end it. */
    void releaseLateHold(PaymentRow payment) {
        if (payment.state() == PaymentState.DECLINED) {
            postings.releaseAfterDecline(payment);
        }
    }

    /** A last look at a declined payment. A node may have placed a hold while another declined the payment, and died before ending it. */
    PaymentRow sweepDeclined(PaymentRow declined) {
        postings.releaseInSweep(declined);
        transitions.clearNextAttempt(declined);
        return declined;
    }

    /** Places the hold first. A hold whose state is not written yet is found by the next attempt; a state without a hold never is. */
    private PaymentRow holdAsUnknown(PaymentRow payment, CheckoutStatus status, Mover mover) {
        return postings.hold(payment) instanceof PostingOutcome.Rejected refused
                ? cancelUnbookable(payment, refused, mover)
                : transitions.transition(
                        payment,
                        mover,
                        List.of(new StateChange.ProviderSilent(transitions.nextAttempt())),
                        after -> saveCard(after, status));
    }

    private PaymentRow holdAndCapture(PaymentRow payment, CheckoutStatus authorised, Mover mover) {
        if (postings.hold(payment) instanceof PostingOutcome.Rejected refused) {
            return cancelUnbookable(payment, refused, mover);
        }
        CheckoutStatus captured;
        try {
            captured = captureAtProvider(payment);
        } catch (RuntimeException noAnswer) {
            transitions.transition(payment, mover, List.of(authorised()), after -> saveCard(after, authorised));
            throw noAnswer;
        }
        return afterCapture(payment, authorised, captured, mover);
    }

    /**
     * @param authorised the status that led to the capture; null if the payment is AUTHORISED already
     * @param captured the provider's answer to the capture
     */
    private PaymentRow afterCapture(
            PaymentRow payment, @Nullable CheckoutStatus authorised, CheckoutStatus captured, Mover mover) {
        StateChange[] before = authorised == null ? new StateChange[0] : new StateChange[] {authorised()};
        return switch (captured.progress()) {
            case CAPTURED -> {
                checkAmount(payment, captured.taken());
                yield settle(payment, authorised, captured, mover, before);
            }
            case DECLINED, CANCELLED -> {
                postings.release(payment);
                yield transitions.markDeclined(payment, mover, DeclineReason.AUTHORISATION_LAPSED, before);
            }
            case OPEN, UNKNOWN, AUTHORISED, REFUNDED, REFUND_REFUSED, DISPUTED, UNRECOGNISED ->
                throw new IllegalStateException(
                        "Payment " + payment.id() + " is " + captured.progress() + " after its capture");
        };
    }

    private PaymentRow settle(
            PaymentRow payment,
            @Nullable CheckoutStatus authorised,
            CheckoutStatus captured,
            Mover mover,
            StateChange... before) {
        List<StateChange> path = new ArrayList<>(List.of(before));
        path.add(new StateChange.Posted(postHold(payment).postedAt()));
        path.add(new StateChange.Settled());
        return transitions.transition(payment, mover, path, after -> {
            saveCard(after, authorised);
            usedCards.remember(after, authorised, captured);
        });
    }

    private PaymentRow releaseAndDecline(PaymentRow payment, DeclineReason reason, Mover mover) {
        // Also where this node knows of no hold: an earlier attempt may have placed one and died before it was written
        // down.
        postings.release(payment);
        return transitions.markDeclined(payment, mover, reason);
    }

    /**
     * Who pays or is paid may not do so any more, or there is nothing more to buy: what the provider has set aside is let go. What it has taken meanwhile may stand in the books
     * already; that is booked as it is, and people decide about it.
     */
    private PaymentRow cancelBarred(PaymentRow payment, CheckoutStatus authorised, DeclineReason why, Mover mover) {
        return switch (provider(payment).cancel(payment.requireSession()).progress()) {
            case CANCELLED, DECLINED -> releaseAndDecline(payment, why, mover);
            case OPEN, UNKNOWN, AUTHORISED, CAPTURED, REFUNDED, REFUND_REFUSED, DISPUTED, UNRECOGNISED ->
                holdAndCapture(payment, authorised, mover);
        };
    }

    /** The ledger refuses the hold, so nothing may be taken: the provider lets go what is set aside, and pays back what it has taken. */
    private PaymentRow cancelUnbookable(PaymentRow payment, PostingOutcome.Rejected refused, Mover mover) {
        CheckoutProgress progress =
                provider(payment).cancel(payment.requireSession()).progress();
        if (progress == CheckoutProgress.CAPTURED) {
            progress = provider(payment)
                    .refund(payment.requireSession(), PaymentPostings.refundId(payment), payment.price())
                    .progress();
        }
        return switch (progress) {
            case CANCELLED, DECLINED, REFUNDED -> transitions.markDeclined(payment, mover, DeclineReason.NOT_BOOKABLE);
            case OPEN, UNKNOWN, AUTHORISED -> throw unbookable(payment, progress);
            case CAPTURED, REFUND_REFUSED, DISPUTED, UNRECOGNISED -> {
                transitions.publishPostingRefused(payment, "hold", refused);
                throw unbookable(payment, progress);
            }
        };
    }

    private static IllegalStateException unbookable(PaymentRow payment, CheckoutProgress progress) {
        return new IllegalStateException(
                "Payment " + payment.id() + " cannot be booked, and is " + progress + " at its provider");
    }

    /**
     * Declines a payment that the provider has paid back already. An earlier attempt has asked for that, because the ledger refused the
     * hold, and died before it was written down. A payment that the ledger has posted was not given back by us: that needs a person.
     */
    private PaymentRow declineRefunded(PaymentRow payment, Mover mover) {
        if (postings.release(payment) instanceof PostingOutcome.Rejected refused
                && refused.reason() == RejectionReason.PENDING_ALREADY_POSTED) {
            throw new IllegalStateException("Payment " + payment.id() + " was given back at its provider alone");
        }
        return transitions.markDeclined(payment, mover, DeclineReason.NOT_BOOKABLE);
    }

    /** What is booked is the price, so nothing is booked where the provider has another amount. */
    private void checkAmount(PaymentRow payment, @Nullable Money taken) {
        if (!payment.price().equals(taken)) {
            transitions.publishAmountDiffers(payment, taken);
            throw new IllegalStateException(
                    "Payment " + payment.id() + " is of " + payment.price() + ", and its provider says " + taken);
        }
    }

    private CheckoutStatus captureAtProvider(PaymentRow payment) {
        return provider(payment).capture(payment.requireSession(), payment.price());
    }

    private void saveCard(PaymentRow payment, @Nullable CheckoutStatus status) {
        CheckoutStatus.SavedCard card = status == null ? null : status.card();
        if (card != null) {
            methods.save(payment.buyer(), payment.provider(), card, payment.createdAt());
        }
    }

    private StateChange authorised() {
        return new StateChange.Authorised(transitions.nextAttempt());
    }

    private PaymentProvider provider(PaymentRow payment) {
        return providers.byName(payment.provider());
    }

    private boolean isOverdue(PaymentRow payment) {
        return payment.createdAt().plus(settings.checkoutTime()).isBefore(clock.instant());
    }

    private @Nullable String savedCardToken(PaymentRow payment) {
        return payment.method() == null ? null : methods.token(payment.buyer(), payment.method());
    }

    /** The provider has taken the money, so a refusal of the ledger is a defect that people must hear of. */
    private PostingOutcome.Accepted postHold(PaymentRow payment) {
        return switch (postings.post(payment)) {
            case PostingOutcome.Accepted accepted -> accepted;
            case PostingOutcome.Rejected rejected -> {
                transitions.publishPostingRefused(payment, "post", rejected);
                throw new IllegalStateException("The ledger refused what it had held: " + rejected);
            }
        };
    }
}
