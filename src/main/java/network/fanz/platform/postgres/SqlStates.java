package network.fanz.platform.postgres;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a SQLSTATE says of a failure (PostgreSQL documentation, appendix A). */
public final class SqlStates {
    /** Connection, transaction rollback (deadlock, serialization), resources, operator intervention. */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53", "57");

    /** Lock not available; a transaction or session that was ended for being idle or too long. */
    private static final Set<String> TRANSIENT_STATES = Set.of("55P03", "25P03", "25P04");

    /** Query cancelled; idle in a transaction; transaction timeout. */
    private static final Set<String> OVERRUN_STATES = Set.of("57014", "25P03", "25P04");

    private SqlStates() {}

    /** Whether the failure comes of the moment, so that the same statement may succeed later. */
    public static boolean isTransient(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (TRANSIENT_CLASSES.contains(state.substring(0, 2)) || TRANSIENT_STATES.contains(state));
    }

    /** Whether the server ended a statement, a transaction or a session because it took too long. */
    public static boolean isOverrun(@Nullable String state) {
        return state != null && OVERRUN_STATES.contains(state);
    }
}
