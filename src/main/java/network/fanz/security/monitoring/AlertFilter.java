package network.fanz.security.monitoring;

import network.fanz.security.monitoring.ingestion.EnumParser;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a list shows.
 *
 * @param open only alerts that are not closed
 * @param state only alerts in this state; null for any
 * @param severity only alerts of this severity; null for any
 */
public record AlertFilter(
        boolean open, @Nullable AlertState state, @Nullable Severity severity) {
    public static final AlertFilter ALL = new AlertFilter(false, null, null);
    public static final AlertFilter OPEN = new AlertFilter(true, null, null);

    /** Whether only alerts are shown that wait for people. */
    boolean waiting() {
        return open || state != null && state != AlertState.CLOSED;
    }

    /**
     * Reads a filter; {@code open} selects all states but closed.
     *
     * @throws network.fanz.common.InvalidField naming the allowed words
     */
    public static AlertFilter of(@Nullable String state, @Nullable String severity) {
        Severity level = EnumParser.parseOptional(Severity.class, "severity", severity);
        if ("open".equals(state)) {
            return new AlertFilter(true, null, level);
        }
        return new AlertFilter(false, EnumParser.parseOptional(AlertState.class, "state", state), level);
    }
}
