package network.fanz.finance.payments.lifecycle;

import java.util.List;
import java.util.UUID;
import network.fanz.common.Money;
import network.fanz.finance.ledger.HandPostingsAbout;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.events.HandPostingChanged;
import org.springframework.stereotype.Component;

/** What people book by hand of payments whose money went back without us. */
@Component
public class BookedBack {
    private static final int COUNTED_MAX = 100;

    private final BookedBackStore store;
    private final PaymentStore payments;
    private final PaymentPostings postings;
    private final HandPostingsAbout handPostings;

    BookedBack(BookedBackStore store, PaymentStore payments, PaymentPostings postings, HandPostingsAbout handPostings) {
        this.store = store;
        this.payments = payments;
        this.postings = postings;
        this.handPostings = handPostings;
    }

    /** How many are not booked yet, a hundred at the most. */
    public int countUnbooked() {
        return store.countUnbooked(COUNTED_MAX);
    }

    /** Both back to the provider's account; what is nothing has no leg. */
    public List<Leg> legs(UUID payment, Money share, Money fee) {
        return postings.backLegs(payments.find(payment).orElseThrow(), share, fee);
    }

    /** Asks the ledger anew, for of two postings by hand about one payment the events may come in any order. */
    void follow(HandPostingChanged changed) {
        UUID payment = changed.about() != null ? changed.about() : handPostings.aboutOf(changed.handPosting());
        if (payment != null) {
            store.lock(payment);
            store.mark(payment, handPostings.isBooked(payment));
        }
    }
}
