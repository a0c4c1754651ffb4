package network.fanz.finance.ledger.rules;

import java.util.UUID;

/** A transfer and its two entries, as they are stored. */
public record Transfer(long seq, UUID posting, int legIndex, LegRow leg, Entry debit, Entry credit) {
    void writeTo(CanonicalBytes bytes) {
        bytes.number(seq)
                .id(posting)
                .number(legIndex)
                .number(leg.debit())
                .number(leg.credit())
                .units(leg.amount())
                .number(leg.assetId())
                .number(leg.code());
        debit.writeTo(bytes);
        credit.writeTo(bytes);
    }
}
