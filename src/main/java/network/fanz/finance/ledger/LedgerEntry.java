package network.fanz.finance.ledger;

import network.fanz.common.Money;

/**
 * What a transfer did to one account, in credits: a debit is negative.
 *
 * @param version the entry's number in its account, from 1
 * @param amount change of what is posted
 * @param pending change of what is pending
 * @param balance credits minus debits, afterwards
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
