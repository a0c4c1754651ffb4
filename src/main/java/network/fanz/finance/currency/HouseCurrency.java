package network.fanz.finance.currency;

import java.math.BigInteger;
import java.util.List;
import network.fanz.common.Asset;
import network.fanz.common.Money;

/**
 * The one currency that people pay in here. Whoever needs it asks here, so that it cannot be one thing in payments and another in figures.
 *
 * @param asset its code and scale
 */
public record HouseCurrency(Asset asset) {
    /** An amount of it. */
    public Money of(BigInteger baseUnits) {
        return new Money(asset, baseUnits);
    }

    /** @throws CurrencyContradicted if something stored is counted in another asset, or in another scale */
    void check(List<CountedInCurrency> data) {
        for (CountedInCurrency counted : data) {
            counted.contradiction(asset).ifPresent(found -> {
                throw new CurrencyContradicted(asset, found);
            });
        }
    }
}
