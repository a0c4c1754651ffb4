package network.fanz.content.audience.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/**
 * A work was viewed so many times more than was told before. Nothing in it is about a viewer.
 *
 * @param id of this telling
 * @param hour the hour in which those views began
 */
@EventType("views_counted")
public record ViewsCounted(UUID id, UUID work, AccountId creator, Instant hour, long views) implements DomainEvent {
    @Override
    public String key() {
        return work.toString();
    }
}
