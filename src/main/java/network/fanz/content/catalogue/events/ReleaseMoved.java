package network.fanz.content.catalogue.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A release of a work has come into another state.
 *
 * @param state such as {@code held} or {@code published}
 * @param cause why it is held or does not come; null otherwise
 */
@EventType("release_moved")
public record ReleaseMoved(
        UUID release,
        UUID work,
        AccountId creator,
        String state,
        @Nullable String cause,
        Instant at) implements DomainEvent {
    @Override
    public String key() {
        return work.toString();
    }
}
