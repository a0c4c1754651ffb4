package network.fanz.security.audit.events;

import java.time.Instant;
import java.util.Map;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Somebody did something that changed something.
 *
 * @param name module and verb, such as {@code payments.refund}
 * @param actor who did it; null for the program itself
 * @param onBehalfOf for whom, where that is somebody else
 * @param subject what it was done to: a kind and an id
 * @param details ids and amounts
 */
@EventType("action_audited")
public record ActionAudited(
        String name,
        @Nullable AccountId actor,
        @Nullable AccountId onBehalfOf,
        String subject,
        Map<String, String> details,
        Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return subject;
    }
}
