package network.fanz.platform.events;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What kind of failure a handler has met. */
final class TransientFailures {
    /** SQLState classes: connection, transaction rollback (deadlock, serialization), resources, operator intervention. */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53", "57");

    /** Lock not available; a transaction or session that was ended for being idle or too long. */
    private static final Set<String> TRANSIENT_STATES = Set.of("55P03", "25P03", "25P04");

    private TransientFailures() {}

    /** Whether the failure says something about the moment, not about the event: then the event is tried again and never parked. */
    static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof VirtualMachineError
                    || cause instanceof InterruptedException
                    || (cause instanceof SQLException said && isTransientState(said.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTransientState(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (TRANSIENT_CLASSES.contains(state.substring(0, 2)) || TRANSIENT_STATES.contains(state));
    }
}
