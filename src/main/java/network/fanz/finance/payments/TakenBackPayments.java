package network.fanz.finance.payments;

import java.util.List;
import java.util.UUID;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.NotFound;
import network.fanz.finance.ledger.HandPosting;
import network.fanz.finance.ledger.HandPostings;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.NewHandPosting;
import network.fanz.finance.ledger.PostingKind;
import network.fanz.finance.payments.lifecycle.BookedBack;
import org.springframework.stereotype.Component;

/** Payments whose money went back without us, for finance staff: what was taken is booked by hand, once. */
@Component
public class TakenBackPayments {
    private final PaymentQueries queries;
    private final BookedBack bookedBack;
    private final HandPostings handPostings;

    TakenBackPayments(PaymentQueries queries, BookedBack bookedBack, HandPostings handPostings) {
        this.queries = queries;
        this.bookedBack = bookedBack;
        this.handPostings = handPostings;
    }

    /** How many are not booked yet, a hundred at the most. */
    public int countUnbooked() {
        return bookedBack.countUnbooked();
    }

    /**
     * Proposes one posting by hand that moves the creator's share and the platform's fee back to the provider's account, so that both are
     * booked or neither.
     *
     * @param id the proposer's id for it
     * @param share what comes from the creator's earnings, such as less if the provider took less
     * @param fee what comes from the platform's fees
     * @throws NotFound if there is no such payment
     * @throws InvalidField if nothing would be booked, or more than the payment's price in all
     */
    public HandPosting propose(UUID payment, UUID id, Money share, Money fee, String reason, Caller by) {
        queries.payment(payment, by);
        requireNotNegative("share", share);
        requireNotNegative("fee", fee);
        List<Leg> legs = bookedBack.legs(payment, share, fee);
        if (legs.isEmpty()) {
            throw new InvalidField("share", "Write what was taken, from one of the two at least.");
        }
        return handPostings.propose(
                new NewHandPosting(id, PostingKind.POST, legs, null, null, null, payment, reason), by.requireAccount());
    }

    private static void requireNotNegative(String field, Money amount) {
        if (!amount.isPositive() && !amount.isZero()) {
            throw new InvalidField(field, "An amount is not less than nothing.");
        }
    }
}
