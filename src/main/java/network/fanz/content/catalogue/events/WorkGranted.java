package network.fanz.content.catalogue.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/**
 * A fan has bought a single work.
 *
 * @param payment what it was bought with
 * @param at when it was paid
 */
@EventType("work_granted")
public record WorkGranted(UUID payment, UUID work, AccountId fan, AccountId creator, Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return fan.toString();
    }
}
