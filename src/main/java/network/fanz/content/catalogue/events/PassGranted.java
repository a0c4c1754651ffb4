package network.fanz.content.catalogue.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/** A fan has a creator's supporter pass until a time. */
@EventType("pass_granted")
public record PassGranted(UUID pass, AccountId fan, AccountId creator, Instant from, Instant until)
        implements DomainEvent {
    @Override
    public String key() {
        return fan.toString();
    }
}
