package network.fanz.finance.ledger;

import network.fanz.common.Money;

/**
 * One place in the chart of accounts.
 *
 * @param accounts how many accounts have moved there
 * @param debits the sum of those accounts whose debits outweigh
 * @param credits the sum of those whose credits do
 */
public record TrialBalanceLine(AccountCode code, long accounts, Money debits, Money credits) {}
