package network.fanz.finance.payments;

import java.util.Locale;

/**
 * What a provider has said of a payment whose money goes back to the buyer without us. A refund would pay it out a second time, so there
 * is none any more; what was taken back is booked by hand.
 */
public enum TakenBack {
    /** The buyer's bank asks for it back, or has taken it back. */
    DISPUTED(
            "The buyer’s bank has disputed this payment, and takes the money back itself.",
            "Your bank has disputed this payment, and takes the money back itself."),
    /** The provider has paid it back, and nobody here asked for that. */
    PAID_BACK(
            "The payment provider has paid this money back to the buyer by itself.",
            "The payment provider has paid this money back to you by itself.");

    private final String words;
    private final String toBuyer;

    TakenBack(String words, String toBuyer) {
        this.words = words;
        this.toBuyer = toBuyer;
    }

    /** How it is told to others; it never changes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none */
    public static TakenBack of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /**
     * What staff do about it, a sentence or two.
     *
     * @param state where the payment stands
     */
    public static String advice(PaymentState state) {
        return switch (state) {
            case SETTLED, REFUND_REFUSED ->
                "Do not pay it back in any other way. Unless that was done already, two people of finance book by hand what was taken,"
                        + " from the creator’s earnings and platform fees to provider clearing.";
            case REFUNDING ->
                "A refund of it had begun before that was known, so its money may go out twice. Ask the provider to stop one of the"
                        + " two. Look at it again once the refund has ended.";
            case REFUNDED ->
                "It was given back here as well, so its money may have gone out twice. Contest it at the provider. What stays lost"
                        + " is booked by hand, from platform fees to provider clearing.";
            case DECLINED -> "Nothing of it stands in the books, so nothing is booked by hand.";
            case CREATED, AUTHORISING, AUTHORISED, UNKNOWN, POSTED ->
                "It has not come to its end yet. Look at it again once it has.";
        };
    }

    /** What has happened, a sentence for seller and staff. */
    public String words() {
        return words;
    }

    /** The same to the buyer. */
    public String toBuyer() {
        return toBuyer;
    }
}
