package network.fanz.finance.payments.machine;

import network.fanz.finance.ledger.Outcome;
import network.fanz.finance.payments.spi.Status;
import org.springframework.stereotype.Component;

/**
 * The step that gives money back. The ledger comes first: what the creator no longer has cannot be paid back. Where the provider then
 * refuses for good, what was reversed is booked again, so that the books say what happened: nothing went back.
 */
@Component
class GiveBack {
    private final Moves moves;
    private final Postings postings;
    private final Providers providers;

    GiveBack(Moves moves, Postings postings, Providers providers) {
        this.moves = moves;
        this.postings = postings;
        this.providers = providers;
    }

    PaymentRow giveBack(PaymentRow payment) {
        return switch (postings.reverse(payment)) {
            case Outcome.Rejected rejected -> moves.refundRefused(payment, RefundRefusal.of(rejected.reason()));
            case Outcome.Accepted reversed -> sentBack(payment, reversed);
        };
    }

    private PaymentRow sentBack(PaymentRow payment, Outcome.Accepted reversed) {
        Status status = providers
                .named(payment.provider())
                .refund(payment.openSession(), Postings.refundId(payment), payment.price());
        return switch (status.progress()) {
            case REFUNDED -> moves.refunded(payment, reversed.postedAt());
            case REFUND_REFUSED -> refused(payment);
            case OPEN, UNKNOWN, AUTHORISED, CAPTURED, DECLINED, CANCELLED ->
                throw new IllegalStateException(
                        "Payment " + payment.id() + " is " + status.progress() + " after its refund");
        };
    }

    private PaymentRow refused(PaymentRow payment) {
        if (postings.bookAgain(payment) instanceof Outcome.Rejected rejected) {
            moves.tellPostingRefused(payment, "book_again", rejected);
            throw new IllegalStateException("Payment " + payment.id() + " could not be booked again: " + rejected);
        }
        return moves.refundRefused(payment, RefundRefusal.PROVIDER_REFUSED);
    }
}
