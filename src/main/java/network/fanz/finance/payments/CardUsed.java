package network.fanz.finance.payments;

import static network.fanz.common.Language.say;

/** The card that a payment was made with, as its owner tells it from others. */
public record CardUsed(String brand, String last4) {
    /** Such as {@code Visa ending 4242}. */
    public String words() {
        return say("{0} ending {1}", brand, last4);
    }
}
