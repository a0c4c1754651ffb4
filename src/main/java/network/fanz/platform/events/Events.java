package network.fanz.platform.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import network.fanz.common.DomainEvent;
import org.springframework.stereotype.Component;

/** The event log. */
@Component
public class Events {
    /**
     * Writes an event in the caller's transaction; subscribers get it soon after the commit.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void append(DomainEvent event) {
        throw new UnsupportedOperationException();
    }

    /** Writes events, in this order, in one statement. */
    public void append(Collection<? extends DomainEvent> events) {
        throw new UnsupportedOperationException();
    }

    /** The same for a caller that runs its own JDBC transaction; it calls {@link #wake} after its commit. */
    public void append(Connection connection, Collection<? extends DomainEvent> events) throws SQLException {
        throw new UnsupportedOperationException();
    }

    /** Tells this node's subscriptions that something has been committed. */
    public void wake() {
        throw new UnsupportedOperationException();
    }
}
