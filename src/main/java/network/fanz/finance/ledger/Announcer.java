package network.fanz.finance.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import network.fanz.common.DomainEvent;

/** Where the engine's events go: into its own transaction, and after the commit a word that they are there. */
interface Announcer {
    void append(Connection connection, Collection<? extends DomainEvent> events) throws SQLException;

    void wake();
}
