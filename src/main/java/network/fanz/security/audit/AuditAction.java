package network.fanz.security.audit;

import java.util.Map;
import java.util.TreeMap;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * An action that changed something.
 *
 * @param name module and verb, such as {@code payments.refund}
 * @param actor the account that acted; null for the program itself
 * @param onBehalfOf the account for which the actor acted; null if there is none
 * @param subject what the action changed: a kind and an id, such as {@code payment:0198…}
 * @param details ids and amounts; never personal data
 */
public record AuditAction(
        String name,
        @Nullable AccountId actor,
        @Nullable AccountId onBehalfOf,
        String subject,
        Map<String, String> details) {
    public AuditAction {
        details = Map.copyOf(details);
    }

    public static AuditAction of(String name, @Nullable AccountId actor, String subject) {
        return new AuditAction(name, actor, null, subject, Map.of());
    }

    public AuditAction with(String detail, String value) {
        Map<String, String> more = new TreeMap<>(details);
        more.put(detail, value);
        return new AuditAction(name, actor, onBehalfOf, subject, more);
    }
}
