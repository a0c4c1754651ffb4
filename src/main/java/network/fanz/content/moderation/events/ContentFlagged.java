package network.fanz.content.moderation.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/**
 * A release was put before a person, or was so anew because it was reported.
 *
 * @param reason such as {@code before_publication} or {@code reported}
 * @param severity how soon somebody should look, such as {@code urgent}
 */
@EventType("content_flagged")
public record ContentFlagged(UUID release, UUID work, AccountId creator, String reason, String severity, Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return work.toString();
    }
}
