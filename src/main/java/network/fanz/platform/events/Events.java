package network.fanz.platform.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import network.fanz.common.DomainEvent;
import network.fanz.common.Ids;
import network.fanz.platform.postgres.CopyRows;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The event log. Append after taking row locks, so that two publishers of one key write in the order of their changes. */
@Component
public class Events {
    private final DataSource dataSource;
    private final Clock clock;
    private final TransactionSynchronization wakeAfterCommit = new TransactionSynchronization() {
        @Override
        public void afterCommit() {
            wake();
        }
    };
    private volatile Runnable listener = () -> {};

    Events(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** For a command beside the program: what it appends is delivered by the program's nodes. */
    public static Events of(DataSource dataSource, Clock clock) {
        return new Events(dataSource, clock);
    }

    /**
     * Writes an event in the caller's transaction; subscribers get it soon after the commit.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void append(DomainEvent event) {
        append(List.of(event));
    }

    /**
     * Writes events, in this order, in one statement.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void append(Collection<? extends DomainEvent> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.hasResource(dataSource)) {
            throw new IllegalStateException("An event is appended in the transaction that it tells of");
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            append(connection, events);
        } catch (SQLException failed) {
            throw new EventNotAppended(failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        TransactionSynchronizationManager.registerSynchronization(wakeAfterCommit);
    }

    private void append(Connection connection, Collection<? extends DomainEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(EventStore.INSERT)) {
            bind(insert, 1, events);
            insert.executeUpdate();
        }
    }

    /**
     * The statement that appends, for a caller that runs its own JDBC transaction and sends several statements at once. It takes the
     * parameters that {@link #bind} sets. The caller calls {@link #wake} after its commit.
     */
    public String insertSql() {
        return EventStore.INSERT;
    }

    /**
     * Sets the parameters of {@link #insertSql}.
     *
     * @param first the index of the first one
     * @return the index behind the last one
     */
    public int bind(PreparedStatement insert, int first, Collection<? extends DomainEvent> events) throws SQLException {
        return EventStore.bind(insert, first, events, clock.instant(), Ids.next(clock, events.size()));
    }

    /** Prepares hundreds of events at once, to be sent later in the caller's own JDBC transaction. */
    public PreparedAppend prepare(Collection<? extends DomainEvent> events) {
        CopyRows rows = EventStore.copyRows(events, clock.instant(), Ids.next(clock, events.size()));
        return connection -> EventStore.copy(connection, rows);
    }

    /** Events that are prepared but not yet sent. */
    @FunctionalInterface
    public interface PreparedAppend {
        /** Appends them in this connection's transaction. */
        void appendTo(Connection connection) throws SQLException;
    }

    /** Tells this node's subscriptions that events have been committed. */
    public void wake() {
        listener.run();
    }

    void onWake(Runnable listener) {
        this.listener = listener;
    }

    /** The database refused an event. */
    private static final class EventNotAppended extends DataAccessResourceFailureException {
        private static final long serialVersionUID = 1L;

        EventNotAppended(SQLException cause) {
            super("An event could not be appended", cause);
        }
    }
}
