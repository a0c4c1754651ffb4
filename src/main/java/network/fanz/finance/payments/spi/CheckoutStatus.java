package network.fanz.finance.payments.spi;

import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where a checkout stands at the vendor.
 *
 * @param taken how much is set aside, taken or given back, and in what; null where nothing is. The answer to a capture always says it
 * @param refusal why, if it is declined; else null
 * @param card the card that the buyer asked to keep; null if not
 * @param used the card that is charged, as its owner tells it from others; null before there is one, or where the vendor does not say
 */
public record CheckoutStatus(
        CheckoutProgress progress,
        @Nullable Money taken,
        @Nullable ProviderDecline refusal,
        @Nullable SavedCard card,
        @Nullable UsedCard used) {
    /**
     * @param token stands for the card at this vendor alone
     * @param expires month and year, {@code 08/28}
     */
    public record SavedCard(String token, String brand, String last4, String expires) {}

    /** Brand and last four digits: what may stand on a receipt. */
    public record UsedCard(String brand, String last4) {}

    public static CheckoutStatus of(CheckoutProgress progress) {
        return new CheckoutStatus(progress, null, null, null, null);
    }

    public static CheckoutStatus of(CheckoutProgress progress, Money taken) {
        return new CheckoutStatus(progress, taken, null, null, null);
    }
}
