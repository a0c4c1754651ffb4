package network.fanz.finance.ledger;

import network.fanz.common.Money;

/**
 * What a transfer did to one account. Amounts are in credits: a debit is negative.
 *
 * @param version the entry's number in its account, from 1
 * @param amount change of the posted balance
 * @param pending change of the pending balance
 * @param balance credits minus debits, after the transfer
 */
public record LedgerEntry(
        LedgerAccountId account,
        AccountCode code,
        String ownerId,
        long seq,
        long version,
        Money amount,
        Money pending,
        Money balance) {}
