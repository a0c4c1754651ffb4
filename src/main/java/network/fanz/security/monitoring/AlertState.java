package network.fanz.security.monitoring;

import java.util.Set;

/** Where an alert stands, and where it may go from there. */
public enum AlertState {
    /** Nobody has taken it up; a critical or high one escalates. */
    NEW,
    /** Somebody looks after it. */
    ACKNOWLEDGED,
    /** It does no more harm. */
    CONTAINED,
    /** Done, with a verdict. */
    CLOSED;

    /** The states that follow this one. */
    public Set<AlertState> next() {
        return switch (this) {
            case NEW -> Set.of(ACKNOWLEDGED);
            case ACKNOWLEDGED -> Set.of(CONTAINED, CLOSED);
            case CONTAINED -> Set.of(CLOSED);
            case CLOSED -> Set.of();
        };
    }
}
