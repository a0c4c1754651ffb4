package network.fanz.security.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit log.
 *
 * @param seq its place: 1, 2, 3 and so on without a gap
 * @param event the event that told of the action
 * @param at when it was done
 * @param name module and verb
 * @param actor who did it; null for the program itself
 * @param onBehalfOf for whom, where that is somebody else
 * @param subject what it was done to: a kind and an id
 * @param details ids and amounts
 * @param hash SHA-256 over all of this and the entry before it, in hexadecimal
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
