package network.fanz.content.moderation.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/**
 * A person has approved a release, and nobody can undo it any more. It is seen once every other gate is clear too.
 *
 * @param decision by which it was approved
 */
@EventType("content_ready")
public record ContentReady(UUID release, UUID work, AccountId creator, UUID decision, Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return work.toString();
    }
}
