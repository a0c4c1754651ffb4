package network.fanz.finance.payments;

import network.fanz.common.AccountId;

/** What a creator earned in a period. */
public record EarningsOfCreator(AccountId creator, EarningsSums earned) {}
