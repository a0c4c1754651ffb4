package network.fanz.security.monitoring;

import java.util.Set;

/** An alert's state, and the states that may follow it. */
public enum AlertState {
    /** Not acknowledged yet. A critical or high alert escalates. */
    NEW,
    /** A staff member handles it. */
    ACKNOWLEDGED,
    /** It does no more harm. */
    CONTAINED,
    /** Done, with a verdict. */
    CLOSED;

    /** The states that a person may choose after this one. More of the same leads back to {@link #NEW}, and quiet to {@link #CLOSED}. */
    public Set<AlertState> next() {
        return switch (this) {
            case NEW -> Set.of(ACKNOWLEDGED);
            case ACKNOWLEDGED -> Set.of(CONTAINED, CLOSED);
            case CONTAINED -> Set.of(CLOSED);
            case CLOSED -> Set.of();
        };
    }
}
