package network.fanz.platform.program;

import java.time.Instant;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/**
 * A data folder's disk is nearly full.
 *
 * @param node which node's
 * @param freeBytes what is left
 */
@EventType("disk_low")
public record DiskLow(String node, long freeBytes, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return node;
    }
}
