package network.fanz.web.dash;

import java.util.UUID;
import network.fanz.common.Page;
import network.fanz.finance.ledger.HandPostingsAbout;
import network.fanz.finance.ledger.JournalFilter;
import network.fanz.finance.ledger.JournalLine;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.payments.Payment;
import network.fanz.security.identity.Identity;
import network.fanz.web.form.Form;
import org.springframework.stereotype.Component;

/** What the books have of a payment: its transfers, and what people have booked by hand about it. */
@Component
final class PaymentBooks {
    private static final int LINES = 50;

    private final Ledger ledger;
    private final LedgerOwners owners;
    private final HandPostingsAbout handPostings;
    private final Identity identity;

    PaymentBooks(Ledger ledger, LedgerOwners owners, HandPostingsAbout handPostings, Identity identity) {
        this.ledger = ledger;
        this.owners = owners;
        this.handPostings = handPostings;
        this.identity = identity;
    }

    /** What was booked for the payment, for its refunds and by hand about it, which the journal finds by the payment's id. */
    Page<JournalLine> lines(UUID payment) {
        return ledger.journal(new JournalFilter(null, null, null, null, null, payment.toString(), null), null, LINES);
    }

    NamedLedgerAccounts owners(Page<JournalLine> lines) {
        return owners.of(lines.items());
    }

    PaymentBooking booking(Payment payment, Form form) {
        return PaymentBooking.of(payment, handPostings, identity, form);
    }
}
