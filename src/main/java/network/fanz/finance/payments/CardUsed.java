package network.fanz.finance.payments;

/** The card that a payment was made with, as its owner tells it from others. */
public record CardUsed(String brand, String last4) {
    /** Such as {@code Visa ending 4242}. */
    public String words() {
        return brand + " ending " + last4;
    }
}
