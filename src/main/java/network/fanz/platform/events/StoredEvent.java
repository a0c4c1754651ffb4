package network.fanz.platform.events;

import java.time.Instant;
import java.util.UUID;

/** A row of the log. */
record StoredEvent(long seq, UUID id, String type, String key, Instant occurredAt, String payload) {}
