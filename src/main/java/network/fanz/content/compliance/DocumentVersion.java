package network.fanz.content.compliance;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What a record says, or once said, of a document.
 *
 * @param number from 1 on
 * @param change the request that made it
 * @param scan where the document's picture lies; null while there is none
 * @param receivedAt when we first got what is said of it; never when its producer examined it
 * @param amendment null in the first
 */
public record DocumentVersion(
        UUID document,
        int number,
        UUID change,
        IdentityDocument content,
        @Nullable String scan,
        Instant receivedAt,
        @Nullable Amendment amendment,
        AccountId by,
        Instant at) {}
