package network.fanz.finance.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The number of an account in the ledger. */
public record LedgerAccountId(@JsonValue long value) implements Comparable<LedgerAccountId> {
    @JsonCreator
    public static LedgerAccountId of(long value) {
        return new LedgerAccountId(value);
    }

    @Override
    public int compareTo(LedgerAccountId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
