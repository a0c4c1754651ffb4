package network.fanz.platform.postgres;

import java.util.Properties;
import java.util.function.Supplier;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** New connections with the program's own rights, to wherever the server is now: one that was started again may have another port. */
final class ServerConnections extends SimpleDriverDataSource {
    private final Supplier<String> address;

    ServerConnections(Supplier<String> address, PostgresSettings settings, String password) {
        this.address = address;
        setDriver(new org.postgresql.Driver());
        setUsername(settings.programName());
        setPassword(password);
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "fanz");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("prepareThreshold", "3");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty(
                "options",
                "-c transaction_timeout=" + settings.transactionTimeout().toMillis()
                        + " -c idle_in_transaction_session_timeout=10000");
        setConnectionProperties(properties);
    }

    @Override
    public String getUrl() {
        return address.get();
    }
}
