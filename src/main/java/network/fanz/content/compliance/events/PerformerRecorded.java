package network.fanz.content.compliance.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/**
 * A record of somebody in works was begun. It may lack documents still.
 *
 * @param creator the account that keeps it, as the works' producer
 * @param oneself whether the creator is the person
 */
@EventType("performer_recorded")
public record PerformerRecorded(UUID performer, AccountId creator, boolean oneself, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return performer.toString();
    }
}
