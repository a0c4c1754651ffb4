package network.fanz.finance.payments.spi;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's message, proven to be theirs. Whatever a vendor signs becomes one: what is not understood is
 * {@link CheckoutProgress#UNRECOGNISED}, so that it is acknowledged and kept rather than sent again for ever.
 *
 * @param eventId the vendor's id for the message: the same at every delivery
 * @param payment our id, as the vendor was told it; null if the message names none
 * @param word what the vendor calls the news
 */
public record ProviderEvent(String eventId, @Nullable UUID payment, String word, CheckoutStatus status) {}
