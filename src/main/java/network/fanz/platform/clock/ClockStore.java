package network.fanz.platform.clock;

import java.time.Instant;
import java.util.Optional;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last time that a node was sure of, and the database's own clock. */
final class ClockStore {
    private final JdbcClient client;

    ClockStore(JdbcClient client) {
        this.client = client;
    }

    Optional<Instant> seen() {
        return client.sql("select at from clock.seen")
                .query((row, number) -> Columns.instant(row, 1))
                .optional();
    }

    void see(Instant now) {
        client.sql("""
                        insert into clock.seen (the_only, at) values (true, :now)
                        on conflict (the_only) do update set at = excluded.at
                        """).param("now", Columns.utc(now)).update();
    }

    Instant databaseTime() {
        return client.sql("select clock.database_time()")
                .query((row, number) -> Columns.instant(row, 1))
                .single();
    }
}
