package network.fanz.finance.payments;

import java.time.LocalDate;
import network.fanz.common.Money;

/**
 * What a creator was paid on a day, in UTC, without what was given back since.
 *
 * @param paid what fans paid
 * @param fee what the platform kept of it
 * @param share what the creator got of it
 */
public record DayOfSales(LocalDate day, Money paid, Money fee, Money share) {}
