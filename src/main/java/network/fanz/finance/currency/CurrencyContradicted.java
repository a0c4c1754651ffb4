package network.fanz.finance.currency;

import network.fanz.common.Asset;

/** The currency that is set is not the one in which what is stored was counted: two currencies would stand in one sum. */
final class CurrencyContradicted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CurrencyContradicted(Asset currency, String found) {
        super("The setting fanz.currency.asset is " + currency + ", but there are " + found
                + ". What is stored keeps its currency; set that one, or use another database.");
    }
}
