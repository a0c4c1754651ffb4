package network.fanz.platform.postgres;

import java.time.Duration;
import network.fanz.common.Between;
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
 * @param connectionsMax how many connections this node's pool may hold; at least four more than the workers of events and the lanes of the
 *     ledger hold
 * @param transactionTimeout a transaction that takes longer is ended by the server: one long writer delays every event's delivery
 */
@ConfigurationProperties(prefix = "fanz.postgres", ignoreUnknownFields = false)
public record PostgresSettings(
        @Nullable String url,
        @DefaultValue("fanz_owner") String ownerName,
        @Nullable String ownerPassword,
        @DefaultValue("fanz_app") String programName,
        @Nullable String programPassword,

        @DefaultValue("20") @Between(min = "6", max = "1000")
        int connectionsMax,

        @DefaultValue("30s") @Between(min = "5s", max = "10m")
        Duration transactionTimeout) {
    /** The program's own PostgreSQL keeps some connections for migrations, backups and whoever looks after it. */
    private static final int OWN_MAX = EmbeddedPostgres.CONNECTIONS_MAX - 10;

    private static final String ADDRESS_START = "jdbc:postgresql:";

    public PostgresSettings {
        // It may hold a password, so it is not quoted.
        if (isOutside(url) && !String.valueOf(url).startsWith(ADDRESS_START)) {
            throw new IllegalArgumentException("fanz.postgres.url must be embedded, or the JDBC address of a PostgreSQL"
                    + " such as jdbc:postgresql://db.example.net/fanz.");
        }
        if (!isOutside(url) && connectionsMax > OWN_MAX) {
            throw new IllegalArgumentException("fanz.postgres.connections-max is " + connectionsMax
                    + ", but must be at most " + OWN_MAX + " with the program's own PostgreSQL.");
        }
    }

    /** Whether the database is an outside one, and not the program's own. */
    public boolean isOutside() {
        return isOutside(url);
    }

    private static boolean isOutside(@Nullable String url) {
        return url != null && !url.equalsIgnoreCase("embedded");
    }

    @Override
    public String toString() {
        return "PostgresSettings[url=" + url + ", connectionsMax=" + connectionsMax + "]";
    }
}
