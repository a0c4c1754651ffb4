package network.fanz.platform.events;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import network.fanz.platform.postgres.SqlStates;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells failures of the moment from failures of an event. */
final class TransientFailures {
    private TransientFailures() {}

    /** Whether the failure comes of the moment and not of the event. Such an event is tried again and never parked. */
    static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof VirtualMachineError
                    || cause instanceof InterruptedException
                    || (cause instanceof SQLException said && SqlStates.isTransient(said.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the server ended the transaction or the statement because it took too long. */
    static boolean isOverrun(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said && SqlStates.isOverrun(said.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
