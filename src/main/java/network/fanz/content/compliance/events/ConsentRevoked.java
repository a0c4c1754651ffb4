package network.fanz.content.compliance.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/**
 * A performer has taken back a consent, or a part of it.
 *
 * @param creator whose work it is
 * @param scopes what was taken back, such as {@code depicted published}
 */
@EventType("consent_revoked")
public record ConsentRevoked(UUID consent, UUID work, UUID performer, AccountId creator, String scopes, Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return work.toString();
    }
}
