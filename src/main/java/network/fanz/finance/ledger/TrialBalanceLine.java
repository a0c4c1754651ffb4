package network.fanz.finance.ledger;

import network.fanz.common.Money;

/**
 * The sum of all accounts of one code.
 *
 * @param accounts how many accounts of this code have moved
 * @param debits the sum of the accounts with a debit balance
 * @param credits the sum of the accounts with a credit balance
 */
public record TrialBalanceLine(AccountCode code, long accounts, Money debits, Money credits) {}
