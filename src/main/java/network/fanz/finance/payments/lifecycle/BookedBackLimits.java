package network.fanz.finance.payments.lifecycle;

import java.util.UUID;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.Sentence;
import network.fanz.finance.ledger.HandPostingSubject;
import org.springframework.stereotype.Component;

/** A posting by hand is about a payment whose money went back without us, and all of them together move no more than its price. */
@Component
class BookedBackLimits implements HandPostingSubject {
    private final PaymentStore store;

    BookedBackLimits(PaymentStore store) {
        this.store = store;
    }

    @Override
    public void check(UUID about, Money moved) {
        PaymentRow payment =
                store.find(about).orElseThrow(() -> new InvalidField("about", "There is no payment of this id."));
        if (payment.takenBack() == null) {
            throw new InvalidField(
                    "about", "The money of this payment was not taken back, so nothing is booked by hand about it.");
        }
        if (!moved.asset().equals(payment.price().asset())) {
            throw new InvalidField(
                    "about",
                    Sentence.of("This payment was made in {0}.", payment.price().asset()));
        }
        if (moved.compareTo(payment.price()) > 0) {
            throw new InvalidField(
                    "about",
                    Sentence.of(
                            "With this, postings by hand about this payment that are booked or wait would move {0}, and its price is {1}. Look at its page: it may be booked already.",
                            moved, payment.price()));
        }
    }
}
