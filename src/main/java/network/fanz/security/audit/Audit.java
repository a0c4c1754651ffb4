package network.fanz.security.audit;

import java.time.Clock;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.events.ActionAudited;
import org.springframework.stereotype.Component;

/** Records every action that changes something. */
@Component
public class Audit {
    private final Events events;
    private final Clock clock;

    Audit(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes the action in the caller's transaction: both happen or neither. Appends {@link ActionAudited}.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void record(Action action) {
        events.append(new ActionAudited(
                action.name(),
                action.actor(),
                action.onBehalfOf(),
                action.subject(),
                action.details(),
                clock.instant()));
    }
}
