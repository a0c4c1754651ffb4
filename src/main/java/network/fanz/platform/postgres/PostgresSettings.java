package network.fanz.platform.postgres;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is.
 *
 * @param url JDBC address of an outside PostgreSQL; without it the program starts its own
 * @param ownerName the role that owns the tables and runs the migrations (outside PostgreSQL only)
 * @param ownerPassword its password
 * @param programName the role that the program works with; it owns nothing
 * @param programPassword its password
 * @param connectionsMax how many connections this node's pool may hold
 * @param transactionTimeout a transaction that takes longer is ended by the server: one long writer delays every event's delivery
 */
@ConfigurationProperties(prefix = "fanz.postgres", ignoreUnknownFields = false)
public record PostgresSettings(
        @Nullable String url,
        @DefaultValue("fanz_owner") String ownerName,
        @Nullable String ownerPassword,
        @DefaultValue("fanz_app") String programName,
        @Nullable String programPassword,
        @DefaultValue("20") int connectionsMax,
        @DefaultValue("30s") Duration transactionTimeout) {

    @Override
    public String toString() {
        return "PostgresSettings[url=" + url + ", connectionsMax=" + connectionsMax + "]";
    }
}
