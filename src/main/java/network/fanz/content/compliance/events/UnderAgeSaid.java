package network.fanz.content.compliance.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A creator wanted to record somebody who is not surely 18, or has amended a record so that they are not any more.
 *
 * @param performer whose record was amended; null where no record was made
 */
@EventType("performer_under_age")
public record UnderAgeSaid(@Nullable UUID performer, AccountId creator, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return creator.toString();
    }
}
