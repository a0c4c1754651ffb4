package network.fanz.content.compliance.spi;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's message, proven to be theirs: something about a check is new. What it is, is asked for. Whatever a vendor signs becomes one,
 * so that it is acknowledged and kept rather than sent again for ever.
 *
 * @param eventId the vendor's id for the message: the same at every delivery
 * @param check our id, as the vendor was told it; null if the message names none
 * @param word what the vendor calls the news
 * @param known whether the word is one that we know
 */
public record IdentityMessage(String eventId, @Nullable UUID check, String word, boolean known) {}
