package network.fanz.security.audit.events;

import java.time.Instant;
import java.util.Map;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import org.jspecify.annotations.Nullable;

/**
 * An account, or the program itself, did something that changed something.
 *
 * @param name module and verb, such as {@code payments.refund}
 * @param actor the account that acted; null for the program itself
 * @param onBehalfOf the account for which the actor acted; null if there is none
 * @param subject what the action changed: a kind and an id
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
