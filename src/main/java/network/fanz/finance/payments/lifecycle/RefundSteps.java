package network.fanz.finance.payments.lifecycle;

import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.payments.spi.CheckoutStatus;
import org.springframework.stereotype.Component;

/**
 * The step that gives money back. The ledger comes first: what the creator no longer has cannot be paid back. Where the provider then
 * refuses for good, what was reversed is booked again, so that the books say what happened: nothing went back.
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

    PaymentRow refund(PaymentRow payment) {
        return switch (postings.reverse(payment)) {
            case PostingOutcome.Rejected rejected ->
                transitions.markRefundRefused(payment, RefundRefusalReason.of(rejected.reason()));
            case PostingOutcome.Accepted reversed -> refundAtProvider(payment, reversed);
        };
    }

    private PaymentRow refundAtProvider(PaymentRow payment, PostingOutcome.Accepted reversed) {
        CheckoutStatus status = providers
                .byName(payment.provider())
                .refund(payment.requireSession(), PaymentPostings.refundId(payment), payment.price());
        return switch (status.progress()) {
            case REFUNDED -> transitions.markRefunded(payment, reversed.postedAt());
            case REFUND_REFUSED -> bookAgainAndRefuse(payment);
            case OPEN, UNKNOWN, AUTHORISED, CAPTURED, DECLINED, CANCELLED ->
                throw new IllegalStateException(
                        "Payment " + payment.id() + " is " + status.progress() + " after its refund");
        };
    }

    private PaymentRow bookAgainAndRefuse(PaymentRow payment) {
        if (postings.bookAgain(payment) instanceof PostingOutcome.Rejected rejected) {
            transitions.publishPostingRefused(payment, "book_again", rejected);
            throw new IllegalStateException("Payment " + payment.id() + " could not be booked again: " + rejected);
        }
        return transitions.markRefundRefused(payment, RefundRefusalReason.PROVIDER_REFUSED);
    }
}
