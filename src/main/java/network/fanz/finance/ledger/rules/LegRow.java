package network.fanz.finance.ledger.rules;

import java.math.BigInteger;

/** A leg as it is stored: the asset is a number. */
public record LegRow(long debit, long credit, BigInteger amount, int assetId, int code) {
    LegRow reversed() {
        return new LegRow(credit, debit, amount, assetId, code);
    }
}
