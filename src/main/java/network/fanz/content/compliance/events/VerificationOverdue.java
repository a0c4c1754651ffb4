package network.fanz.content.compliance.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/**
 * The provider has left a check of identity without an answer for too long, and people must look at it.
 *
 * @param state the code of the state in which it waits
 */
@EventType("verification_overdue")
public record VerificationOverdue(
        UUID verification, AccountId creator, String provider, String state, Instant since, Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return creator.toString();
    }
}
