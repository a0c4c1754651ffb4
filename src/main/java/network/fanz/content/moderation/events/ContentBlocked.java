package network.fanz.content.moderation.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/**
 * A person has rejected a release or taken it down, and nobody can undo it any more.
 *
 * @param decision by which it was rejected
 */
@EventType("content_blocked")
public record ContentBlocked(UUID release, UUID work, AccountId creator, UUID decision, Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return work.toString();
    }
}
