package network.fanz.platform.postgres;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads everything as it is at one moment, for as long as a reader takes. Such a transaction writes nothing and takes no transaction id,
 * so it holds up no event; it may last half an hour, and then the server ends it.
 */
public final class SnapshotStore {
    private final JdbcClient client;
    private final TransactionTemplate transaction;

    public SnapshotStore(DataSource source) {
        this.client = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.setReadOnly(true);
    }

    public void read(Runnable work) {
        transaction.executeWithoutResult(status -> {
            // The server starts the longer time only once the shorter one is off.
            client.sql("""
                            select set_config('transaction_timeout', '0', true), set_config('transaction_timeout', '30min', true)
                            """).query((row, number) -> number).list();
            work.run();
        });
    }
}
