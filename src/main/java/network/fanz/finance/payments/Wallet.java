package network.fanz.finance.payments;

import network.fanz.common.Money;

/**
 * What an account has here, as the ledger says it.
 *
 * @param balance theirs to spend
 * @param earnings what they earned as a creator and were not yet paid
 * @param held what is on its way to their earnings: the bank has not answered, or the money is set aside and not yet taken
 */
public record Wallet(Money balance, Money earnings, Money held) {}
