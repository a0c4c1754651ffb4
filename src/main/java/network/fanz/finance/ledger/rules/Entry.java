package network.fanz.finance.ledger.rules;

import java.math.BigInteger;

/**
 * What a transfer did to one account.
 *
 * @param amount change of the posted balance: credits positive, debits negative
 * @param pending change of the pending balance, with the same signs
 * @param balance credits minus debits, after the transfer
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
