package network.fanz.content.compliance.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/**
 * A performer has signed their consent to a work.
 *
 * @param creator whose work it is
 * @param scopes such as {@code depicted published}
 */
@EventType("consent_signed")
public record ConsentSigned(UUID consent, UUID work, UUID performer, AccountId creator, String scopes, Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return work.toString();
    }
}
