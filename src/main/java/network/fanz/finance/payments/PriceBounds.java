package network.fanz.finance.payments;

import network.fanz.common.Asset;
import network.fanz.common.Money;

/**
 * What may be paid at once.
 *
 * @param currency what people pay in
 * @param proposedTip what a page proposes
 */
public record PriceBounds(Asset currency, Money least, Money most, Money proposedTip) {}
