package network.fanz.content.catalogue.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/**
 * Nobody sees a work any more that a fan has bought; why is not said.
 *
 * @param payment what it was bought with
 * @param at when it was taken down
 */
@EventType("work_taken_down")
public record WorkTakenDown(UUID payment, UUID work, AccountId fan, AccountId creator, Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return fan.toString();
    }
}
