package network.fanz.finance.ledger.rules;

import java.math.BigInteger;

/**
 * What a transfer did to one account.
 *
 * @param amount change of what is posted: credits positive, debits negative
 * @param pending the same for what is pending
 * @param balance credits minus debits, afterwards
 */
public record Entry(
        long account,
        long version,
        BigInteger amount,
        BigInteger pending,
        BigInteger balance,
        BigInteger pendingDebits,
        BigInteger pendingCredits) {
    static Entry of(AccountBalance after, BigInteger amount, BigInteger pending) {
        return new Entry(
                after.id(),
                after.version(),
                amount,
                pending,
                after.net(),
                after.pendingDebits(),
                after.pendingCredits());
    }

    void writeTo(CanonicalBytes bytes) {
        bytes.number(account)
                .number(version)
                .units(amount)
                .units(pending)
                .units(balance)
                .units(pendingDebits)
                .units(pendingCredits);
    }
}
