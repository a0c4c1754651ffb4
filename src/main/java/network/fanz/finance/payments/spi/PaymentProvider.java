package network.fanz.finance.payments.spi;

import java.util.UUID;
import network.fanz.common.Money;

/**
 * A vendor that takes money from cards. Every call may be repeated: a vendor knows a checkout by our payment's id, and a refund by our
 * refund's id, so a second call has the same effect as the first alone.
 *
 * <p>All calls throw {@link PaymentProviderUnavailable} when there is no answer: then nothing is known of what happened.
 */
public interface PaymentProvider {
    /** In settings, in the webhook's path and in the books; it never changes. */
    String name();

    /** Opens a checkout. If the payment has one already, that one is answered. */
    Checkout createCheckout(CheckoutRequest request);

    CheckoutStatus status(String session);

    /** Takes the authorised amount. A checkout that has been captured answers so again. */
    CheckoutStatus capture(String session, Money amount);

    /** Ends a checkout or an authorisation that has not been captured; answers what it is now, which may be another end. */
    CheckoutStatus cancel(String session);

    /**
     * Pays back the captured amount. Answers REFUNDED, or REFUND_REFUSED if the vendor or the bank has refused for good.
     *
     * @param refund our id for it: the same one pays back once
     */
    CheckoutStatus refund(String session, UUID refund, Money amount);

    /** @throws WebhookRefused if it is not proven to come from the vendor, or is too old */
    ProviderEvent parseWebhook(WebhookRequest webhook);
}
