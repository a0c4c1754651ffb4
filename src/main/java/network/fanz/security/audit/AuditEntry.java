package network.fanz.security.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit log.
 *
 * @param seq its number: 1, 2, 3 and so on without a gap
 * @param event the event that reported the action
 * @param at when the action happened
 * @param name module and verb
 * @param actor the account that acted; null for the program itself
 * @param onBehalfOf the account for which the actor acted; null if there is none
 * @param subject what the action changed: a kind and an id
 * @param details ids and amounts
 * @param hash SHA-256 over all these fields and the previous entry's hash, in hexadecimal
 */
public record AuditEntry(
        long seq,
        UUID event,
        Instant at,
        String name,
        @Nullable AccountId actor,
        @Nullable AccountId onBehalfOf,
        String subject,
        Map<String, String> details,
        String hash) {}
