package network.fanz.platform.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.DomainEvent;

/**
 * An event as a subscriber gets it.
 *
 * @param seq its place in the log, rising
 * @param id the same at every delivery: what a subscriber remembers to stay idempotent
 * @param occurredAt when it was published
 */
public record DeliveredEvent<E extends DomainEvent>(long seq, UUID id, Instant occurredAt, E event) {}
