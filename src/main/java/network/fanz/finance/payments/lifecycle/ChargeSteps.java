package network.fanz.finance.payments.lifecycle;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.ledger.RejectionReason;
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
 * The steps that take money. From the provider's yes to SETTLED it costs: the hold, the capture, the final posting, and then one commit
 * with every move, the event and the outcome for fraud. Whoever dies before that commit leaves a payment that has not moved, and the
 * steps are the same when they are done again: ledger and provider know them by their ids.
 */
@Component
class ChargeSteps {
    private final TransitionWriter transitions;
    private final PaymentPostings postings;
    private final PaymentProviders providers;
    private final PaymentMethods methods;
    private final PaymentsSettings settings;
    private final Clock clock;

    ChargeSteps(
            TransitionWriter transitions,
            PaymentPostings postings,
            PaymentProviders providers,
            PaymentMethods methods,
            PaymentsSettings settings,
            Clock clock) {
        this.transitions = transitions;
        this.postings = postings;
        this.providers = providers;
        this.methods = methods;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens a checkout at the provider, or finds the one that the payment has. Where the provider could not be reached until it was too
     * late, the buyer has given up long ago: then no saved card is charged any more, and what there is comes to an end.
     */
    PaymentRow openCheckout(PaymentRow payment) {
        boolean late = isOverdue(payment);
        Checkout checkout = provider(payment)
                .createCheckout(new CheckoutRequest(
                        payment.id(),
                        payment.price(),
                        settings.descriptor(),
                        "/checkout/" + payment.id() + "?back",
                        late ? null : savedCardToken(payment)));
        PaymentRow opened = transitions.transition(
                payment, StateChange.opened(checkout.session(), checkout.url(), transitions.nextAttempt()));
        CheckoutStatus status = late ? provider(payment).cancel(checkout.session()) : checkout.status();
        return applyStatus(opened, status).orElse(opened);
    }

    /** What the provider says of a payment that nothing has been heard of; a checkout that was left open too long is ended. */
    CheckoutStatus fetchStatus(PaymentRow payment) {
        return isOverdue(payment) && payment.state() == PaymentState.AUTHORISING
                ? provider(payment).cancel(payment.requireSession())
                : provider(payment).status(payment.requireSession());
    }

    /** What follows from the provider's word; empty if nothing does. */
    Optional<PaymentRow> applyStatus(PaymentRow payment, CheckoutStatus news) {
        return switch (news.progress()) {
            case OPEN -> Optional.empty();
            case UNKNOWN ->
                payment.state() == PaymentState.UNKNOWN ? Optional.empty() : Optional.of(holdAsUnknown(payment, news));
            case AUTHORISED, CAPTURED -> Optional.of(holdAndCapture(payment, news));
            case DECLINED -> Optional.of(releaseAndDecline(payment, DeclineReason.of(news.refusal())));
            case CANCELLED -> Optional.of(releaseAndDecline(payment, DeclineReason.ABANDONED));
            case REFUNDED -> Optional.of(declineRefunded(payment));
            case REFUND_REFUSED ->
                throw new IllegalStateException("Payment " + payment.id() + " was given back before it was posted");
        };
    }

    /** Captures what the provider has set aside, after a node died or the provider did not answer. */
    PaymentRow capture(PaymentRow authorised) {
        return afterCapture(authorised, null, captureAtProvider(authorised));
    }

    /** For whoever was overtaken: a hold that they placed while another node declined the payment would stay for ever. */
    void releaseLateHold(PaymentRow payment) {
        if (payment.state() == PaymentState.DECLINED) {
            postings.releaseAfterDecline(payment);
        }
    }

    /** A last look at a declined payment: whoever placed a hold while another node declined it may have died before giving it back. */
    PaymentRow sweepDeclined(PaymentRow declined) {
        postings.releaseInSweep(declined);
        transitions.clearNextAttempt(declined);
        return declined;
    }

    /** Places the hold before it says so: a hold without the state is found again, a state without its hold would not be. */
    private PaymentRow holdAsUnknown(PaymentRow payment, CheckoutStatus news) {
        return postings.hold(payment) instanceof PostingOutcome.Rejected refused
                ? unbookable(payment, refused)
                : transitions.transition(
                        payment,
                        List.of(StateChange.to(PaymentState.UNKNOWN, transitions.nextAttempt())),
                        after -> saveCard(after, news));
    }

    private PaymentRow holdAndCapture(PaymentRow payment, CheckoutStatus news) {
        if (postings.hold(payment) instanceof PostingOutcome.Rejected refused) {
            return unbookable(payment, refused);
        }
        CheckoutStatus status;
        try {
            status = captureAtProvider(payment);
        } catch (RuntimeException noAnswer) {
            transitions.transition(payment, List.of(authorised()), after -> saveCard(after, news));
            throw noAnswer;
        }
        return afterCapture(payment, news, status);
    }

    /** @param news what the provider said of a payment that is not yet AUTHORISED; null if it is */
    private PaymentRow afterCapture(PaymentRow payment, @Nullable CheckoutStatus news, CheckoutStatus status) {
        StateChange[] before = news == null ? new StateChange[0] : new StateChange[] {authorised()};
        return switch (status.progress()) {
            case CAPTURED -> settle(payment, news, before);
            case DECLINED, CANCELLED -> {
                postings.release(payment);
                yield transitions.markDeclined(payment, DeclineReason.AUTHORISATION_LAPSED, before);
            }
            case OPEN, UNKNOWN, AUTHORISED, REFUNDED, REFUND_REFUSED ->
                throw new IllegalStateException(
                        "Payment " + payment.id() + " is " + status.progress() + " after its capture");
        };
    }

    private PaymentRow settle(PaymentRow payment, @Nullable CheckoutStatus news, StateChange... before) {
        List<StateChange> path = new ArrayList<>(List.of(before));
        path.add(StateChange.posted(postHold(payment).postedAt()));
        path.add(StateChange.to(PaymentState.SETTLED, null));
        return transitions.transition(payment, path, after -> {
            transitions.publishSettled(after);
            saveCard(after, news);
        });
    }

    private PaymentRow releaseAndDecline(PaymentRow payment, DeclineReason reason) {
        // Also where no hold is known of: whoever placed one may have died before saying so.
        postings.release(payment);
        return transitions.markDeclined(payment, reason);
    }

    /** The books have no place for it, so nothing may be taken: what is set aside is let go, what was taken goes back. */
    private PaymentRow unbookable(PaymentRow payment, PostingOutcome.Rejected refused) {
        CheckoutProgress progress =
                provider(payment).cancel(payment.requireSession()).progress();
        if (progress == CheckoutProgress.CAPTURED) {
            progress = provider(payment)
                    .refund(payment.requireSession(), PaymentPostings.refundId(payment), payment.price())
                    .progress();
        }
        return switch (progress) {
            case CANCELLED, DECLINED, REFUNDED -> transitions.markDeclined(payment, DeclineReason.NOT_BOOKABLE);
            case OPEN, UNKNOWN, AUTHORISED -> throw unbookable(payment, progress);
            case CAPTURED, REFUND_REFUSED -> {
                transitions.publishPostingRefused(payment, "hold", refused);
                throw unbookable(payment, progress);
            }
        };
    }

    private static IllegalStateException unbookable(PaymentRow payment, CheckoutProgress progress) {
        return new IllegalStateException(
                "Payment " + payment.id() + " cannot be booked, and is " + progress + " at its provider");
    }

    /** Whoever paid it back, because it could not be booked, has died before saying so; what was posted is no such payment. */
    private PaymentRow declineRefunded(PaymentRow payment) {
        if (postings.release(payment) instanceof PostingOutcome.Rejected refused
                && refused.reason() == RejectionReason.PENDING_ALREADY_POSTED) {
            throw new IllegalStateException("Payment " + payment.id() + " was given back at its provider alone");
        }
        return transitions.markDeclined(payment, DeclineReason.NOT_BOOKABLE);
    }

    private CheckoutStatus captureAtProvider(PaymentRow payment) {
        return provider(payment).capture(payment.requireSession(), payment.price());
    }

    private void saveCard(PaymentRow payment, @Nullable CheckoutStatus news) {
        CheckoutStatus.SavedCard card = news == null ? null : news.card();
        if (card != null) {
            methods.save(payment.buyer(), payment.provider(), card, payment.createdAt());
        }
    }

    private StateChange authorised() {
        return StateChange.to(PaymentState.AUTHORISED, transitions.nextAttempt());
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

    /** The money is taken, so it must be booked. */
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
