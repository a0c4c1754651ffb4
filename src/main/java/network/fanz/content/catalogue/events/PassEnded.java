package network.fanz.content.catalogue.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/**
 * A fan's time with a creator's pass is over, and no other pass of theirs goes on.
 *
 * @param payment what the last pass was bought with
 * @param at when it ended
 */
@EventType("pass_ended")
public record PassEnded(UUID payment, AccountId fan, AccountId creator, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return fan.toString();
    }
}
