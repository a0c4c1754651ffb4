package network.fanz.finance.payments.spi;

import java.util.UUID;

/**
 * A vendor's message, proven to be theirs.
 *
 * @param eventId the vendor's id for the message: the same at every delivery
 * @param payment our id, as the vendor was told it
 */
public record ProviderEvent(String eventId, UUID payment, CheckoutStatus status) {}
