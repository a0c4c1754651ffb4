package network.fanz.finance.payments.lifecycle;

import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.payments.Mover;
import network.fanz.finance.payments.spi.CheckoutStatus;
import org.springframework.stereotype.Component;

/**
 * The step that gives money back. The ledger comes first, because it knows whether the creator still has the money. If the provider then
 * refuses for good, the reversed posting is booked again, so that the books say what happened: nothing went back.
 */
@Component
class RefundSteps {
    private final TransitionWriter transitions;
    private final PaymentPostings postings;
    private final PaymentProviders providers;

    RefundSteps(TransitionWriter transitions, PaymentPostings postings, PaymentProviders providers) {
        this.transitions = transitions;
        this.postings = postings;
        this.providers = providers;
    }

    PaymentRow refund(PaymentRow payment, Mover mover) {
        return switch (postings.reverse(payment)) {
            case PostingOutcome.Rejected rejected ->
                transitions.transition(payment, mover, new StateChange.RefundFailed(reasonOf(rejected, payment)));
            case PostingOutcome.Accepted reversed -> refundAtProvider(payment, reversed, mover);
        };
    }

    /** A reason that no reversal of a settled payment can have is a defect: the payment stays where it is, and people hear of it. */
    private RefundRefusalReason reasonOf(PostingOutcome.Rejected rejected, PaymentRow payment) {
        return RefundRefusalReason.of(rejected.reason()).orElseThrow(() -> {
            transitions.publishPostingRefused(payment, "reverse", rejected);
            return new IllegalStateException("The ledger refused the reversal of " + payment.id() + ": " + rejected);
        });
    }

    private PaymentRow refundAtProvider(PaymentRow payment, PostingOutcome.Accepted reversed, Mover mover) {
        CheckoutStatus status = providers
                .byName(payment.provider())
                .refund(payment.requireSession(), PaymentPostings.refundId(payment), payment.price());
        return switch (status.progress()) {
            case REFUNDED -> {
                if (status.taken() != null && !status.taken().equals(payment.price())) {
                    transitions.publishAmountDiffers(payment, status.taken());
                }
                yield transitions.transition(payment, mover, new StateChange.Refunded(reversed.postedAt()));
            }
            case REFUND_REFUSED -> bookAgainAndRefuse(payment, mover);
            case OPEN, UNKNOWN, AUTHORISED, CAPTURED, DECLINED, CANCELLED, DISPUTED, UNRECOGNISED ->
                throw new IllegalStateException(
                        "Payment " + payment.id() + " is " + status.progress() + " after its refund");
        };
    }

    private PaymentRow bookAgainAndRefuse(PaymentRow payment, Mover mover) {
        if (postings.bookAgain(payment) instanceof PostingOutcome.Rejected rejected) {
            transitions.publishPostingRefused(payment, "book_again", rejected);
            throw new IllegalStateException("Payment " + payment.id() + " could not be booked again: " + rejected);
        }
        return transitions.transition(
                payment, mover, new StateChange.RefundFailed(RefundRefusalReason.PROVIDER_REFUSED));
    }
}
