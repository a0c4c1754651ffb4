package network.fanz.security.identity.registration;

import java.time.Instant;
import java.util.List;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many registrations the law has refused in an hour. */
@Component
final class RefusedRegistrationStore {
    private final JdbcClient jdbc;

    RefusedRegistrationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param reasons the rules' words, with commas */
    record RefusedHour(Instant hour, String reasons, int policy, long count) {}

    void count(Instant hour, String reasons, int policy) {
        jdbc.sql("""
                        insert into identity.refused_registration as counted (hour, reasons, policy) values (:hour, :reasons, :policy)
                        on conflict (hour, reasons, policy) do update set count = counted.count + 1
                        """)
                .param("hour", Columns.utc(hour))
                .param("reasons", reasons)
                .param("policy", policy)
                .update();
    }

    /** Takes away every hour but this one. One that is yet to come was counted under a wrong clock. */
    List<RefusedHour> takeAllBut(Instant hour) {
        return jdbc.sql("""
                        delete from identity.refused_registration where hour <> :hour
                        returning hour, reasons, policy, count
                        """)
                .param("hour", Columns.utc(hour))
                .query((row, number) -> new RefusedHour(
                        Columns.instant(row, "hour"),
                        row.getString("reasons"),
                        row.getInt("policy"),
                        row.getLong("count")))
                .list();
    }
}
