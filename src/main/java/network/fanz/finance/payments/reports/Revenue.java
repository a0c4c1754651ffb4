package network.fanz.finance.payments.reports;

import network.fanz.common.Money;
import network.fanz.common.Period;
import network.fanz.finance.payments.PaymentKind;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of payment brought in: payments booked in the period less refunds booked in it, whenever their payments were.
 *
 * @param kind null for all kinds
 * @param payments how many were booked
 * @param refunds how many were given back
 * @param gross what fans paid, refunds taken off
 * @param fees what the platform keeps of it
 * @param shares what creators get of it; fees and shares are the gross
 */
public record Revenue(
        @Nullable PaymentKind kind,
        Period period,
        long payments,
        long refunds,
        Money gross,
        Money fees,
        Money shares) {}
