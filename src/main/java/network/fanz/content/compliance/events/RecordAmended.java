package network.fanz.content.compliance.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A performer's record has another version of the person or of a document, or one more document.
 *
 * @param document null where the person was amended
 * @param version the version that is new; 1 for a document that was added
 */
@EventType("performer_record_amended")
public record RecordAmended(UUID performer, @Nullable UUID document, int version, AccountId by, Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return performer.toString();
    }
}
