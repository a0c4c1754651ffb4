package network.fanz.finance.currency;

import java.util.Optional;
import network.fanz.common.Asset;

/** A module that keeps amounts of the house's currency. It is asked at every start, so its look must not grow with its data. */
public interface CountedInCurrency {
    /** What it keeps that is counted in something else: the end of the sentence "There are …"; empty if nothing is. */
    Optional<String> contradiction(Asset currency);
}
