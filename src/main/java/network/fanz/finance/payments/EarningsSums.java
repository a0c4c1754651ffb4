package network.fanz.finance.payments;

import network.fanz.common.Money;

/**
 * What one creator, or all of them, earned in a period: payments booked in it, and refunds booked in it, whenever their payments were.
 *
 * @param payments how many were booked
 * @param gross what fans paid; fees and shares are the gross
 * @param fees what the platform kept of it
 * @param shares what creators got of it
 * @param refunds how many payments were given back
 * @param refunded what fans got back of fees and shares
 * @param feesReturned what of it the platform had kept
 * @param sharesReturned what of it creators had got
 * @param netFees fees less those returned
 * @param netShares shares less those returned
 * @param takenBack how many of the payments booked in the period go back without us, as by a dispute, as far as is known now. In all
 *     sums they count as paid, for people book by hand what was taken back
 * @param takenBackGross what fans paid for these
 */
public record EarningsSums(
        long payments,
        Money gross,
        Money fees,
        Money shares,
        long refunds,
        Money refunded,
        Money feesReturned,
        Money sharesReturned,
        Money netFees,
        Money netShares,
        long takenBack,
        Money takenBackGross) {}
