package network.fanz.web.problems;

import java.sql.SQLException;
import java.time.DateTimeException;
import network.fanz.common.InvalidField;
import network.fanz.common.Problem;
import network.fanz.platform.postgres.SqlStates;
import org.jspecify.annotations.Nullable;

/**
 * The last net, under the checks at every door: what a database or a calendar says of a value it cannot take, or of a moment, by
 * SQLSTATE (PostgreSQL documentation, appendix A).
 */
final class DatabaseRefusals {
    private static final String OUT_OF_RANGE = "22";
    private static final String UNIQUE_VIOLATION = "23505";

    private DatabaseRefusals() {}

    /**
     * @param changing whether the request may have changed something
     * @return null for what is a fault of ours
     */
    static @Nullable Problem refusal(Throwable thrown, boolean changing) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said && said.getSQLState() != null) {
                return refusal(said.getSQLState(), changing);
            }
            if (cause instanceof DateTimeException || cause instanceof ArithmeticException) {
                return outOfRange();
            }
        }
        return null;
    }

    private static @Nullable Problem refusal(String state, boolean changing) {
        if (state.equals(UNIQUE_VIOLATION)) {
            return new Conflict();
        }
        if (state.startsWith(OUT_OF_RANGE)) {
            return outOfRange();
        }
        return SqlStates.isTransient(state) ? new Unavailable(changing) : null;
    }

    private static Problem outOfRange() {
        return new InvalidField("", "One of the values is outside of what can be kept.");
    }
}
