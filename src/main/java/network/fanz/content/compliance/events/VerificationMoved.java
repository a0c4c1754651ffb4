package network.fanz.content.compliance.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A check of a creator's identity has come into another state.
 *
 * @param from the code of the state before, {@code none} for a new check
 * @param reason why it was refused, has lapsed or was withdrawn; else null
 * @param by who moved it; null for the program
 */
@EventType("verification_moved")
public record VerificationMoved(
        UUID verification,
        AccountId creator,
        String from,
        String to,
        @Nullable String reason,
        @Nullable AccountId by,
        Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return creator.toString();
    }
}
