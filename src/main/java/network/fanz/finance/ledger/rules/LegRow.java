package network.fanz.finance.ledger.rules;

import java.math.BigInteger;

/** A leg as the books know it: its asset by number. */
public record LegRow(long debit, long credit, BigInteger amount, int assetId, int code) {
    LegRow reversed() {
        return new LegRow(credit, debit, amount, assetId, code);
    }
}
