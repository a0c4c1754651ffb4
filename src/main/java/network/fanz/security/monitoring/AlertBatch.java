package network.fanz.security.monitoring;

import java.util.List;
import java.util.UUID;

/**
 * What became of alerts that were to be closed at once.
 *
 * @param closed those that this call has closed
 * @param alreadyClosed those that were closed before; nothing was changed about them
 */
public record AlertBatch(List<UUID> closed, List<UUID> alreadyClosed) {
    public AlertBatch {
        closed = List.copyOf(closed);
        alreadyClosed = List.copyOf(alreadyClosed);
    }
}
