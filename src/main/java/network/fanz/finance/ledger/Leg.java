package network.fanz.finance.ledger;

import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * One movement: the amount is debited to one account and credited to another of the same asset.
 *
 * @param code the operator's transaction code, such as 1 for a price, 2 for a fee, 3 for a share
 */
public record Leg(LedgerAccountId debit, LedgerAccountId credit, Money amount, int code) {
    /** @throws MalformedPosting if a part is missing, the amount is not positive, or both accounts are the same */
    public Leg {
        given("debit", debit);
        given("credit", credit);
        given("amount", amount);
        if (!amount.isPositive()) {
            throw new MalformedPosting("amount", "A leg moves more than nothing.");
        }
        if (debit.equals(credit)) {
            throw new MalformedPosting("credit", "A leg goes from one account to another.");
        }
    }

    /** A leg that is read from JSON may lack a part, although the compiler demands all. */
    private static void given(String field, @Nullable Object value) {
        if (value == null) {
            throw new MalformedPosting(field, "A leg has a debit, a credit and an amount.");
        }
    }
}
