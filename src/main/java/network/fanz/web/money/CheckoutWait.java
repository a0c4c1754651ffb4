package network.fanz.web.money;

import static network.fanz.common.Language.say;

import network.fanz.finance.payments.Payment;
import org.jspecify.annotations.Nullable;

/**
 * What a payment waits for, in words.
 *
 * @param forBuyer whether that is the buyer, so that the payment can still be cancelled
 */
public record CheckoutWait(String title, String text, boolean forBuyer) {
    private static final String BY_ITSELF = "You need not do anything, and you are not charged twice.";

    /**
     * Null for a payment that waits for nothing.
     *
     * @param back whether the reader comes back from the provider's page
     */
    static @Nullable CheckoutWait of(Payment payment, boolean back) {
        return switch (payment.state()) {
            case CREATED ->
                forOthers(
                        "The payment provider has not answered yet.",
                        say("Your payment goes on by itself.") + " " + say(BY_ITSELF));
            case AUTHORISING -> payment.nextUrl() == null ? forProvider() : forCard(back);
            case UNKNOWN -> forOthers("Your bank has not answered yet.", say(BY_ITSELF));
            case AUTHORISED, POSTED ->
                forOthers("Your bank has said yes, and the payment is being booked.", say(BY_ITSELF));
            case REFUNDING ->
                forOthers(
                        "This payment is being given back.",
                        say("The payment provider pays it back to your card. You need not do anything."));
            case SETTLED, DECLINED, REFUNDED, REFUND_REFUSED -> null;
        };
    }

    private static CheckoutWait forProvider() {
        return forOthers("The payment provider is asking your bank.", say(BY_ITSELF));
    }

    private static CheckoutWait forCard(boolean back) {
        return back
                ? new CheckoutWait(
                        say("The payment provider has not told us of a card yet."),
                        say(
                                "If you have just entered one, the answer is on its way: you need not do anything, and you are not charged twice. "
                                        + "If you came back without paying, go on to the card page, or cancel."),
                        true)
                : new CheckoutWait(
                        say("One step is left: your card."),
                        say("You enter it on the payment provider’s page. Nothing is taken before you do."),
                        true);
    }

    private static CheckoutWait forOthers(String title, String text) {
        return new CheckoutWait(say(title), text, false);
    }
}
