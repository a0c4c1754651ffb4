package network.fanz.finance.ledger.books;

import java.util.UUID;
import network.fanz.finance.ledger.books.Referred.Movement;

/** One transfer and its two entries, as they are written. */
public record Line(long seq, UUID posting, int leg, Movement movement, Entry debit, Entry credit) {
    void writeTo(Canonical canonical) {
        canonical
                .number(seq)
                .id(posting)
                .number(leg)
                .number(movement.debit())
                .number(movement.credit())
                .units(movement.amount())
                .number(movement.assetId())
                .number(movement.code());
        debit.writeTo(canonical);
        credit.writeTo(canonical);
    }
}
