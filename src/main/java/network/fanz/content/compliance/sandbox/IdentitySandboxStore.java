package network.fanz.content.compliance.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.content.compliance.spi.IdentityProgress;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The books of the sandbox's vendor. */
@Component
@Profile("local")
class IdentitySandboxStore {
    private final JdbcClient jdbc;

    IdentitySandboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param person who showed themselves, sealed; null before somebody did */
    record CheckRow(
            String reference,
            UUID check,
            String returnUrl,
            IdentityProgress progress,
            @Nullable TestOutcome choice,
            byte @Nullable [] person) {
        boolean isUnused() {
            return progress == IdentityProgress.PENDING && choice == null;
        }
    }

    record Delivery(long id, String path, String body) {}

    void insert(String reference, UUID check, String returnUrl, Instant pageUntil) {
        jdbc.sql("""
                insert into compliance.sandbox_check (reference, our_check, return_url, progress, page_until)
                values (?, ?, ?, 'PENDING', ?) on conflict do nothing""")
                .params(reference, check, returnUrl, Columns.utc(pageUntil))
                .update();
    }

    Optional<CheckRow> find(String reference) {
        return jdbc.sql("select * from compliance.sandbox_check where reference = ?")
                .param(reference)
                .query((row, number) -> check(row))
                .optional();
    }

    Optional<CheckRow> findByCheck(UUID check) {
        return jdbc.sql("select * from compliance.sandbox_check where our_check = ?")
                .param(check)
                .query((row, number) -> check(row))
                .optional();
    }

    /** @return whether its page was unused until now */
    boolean answer(String reference, TestOutcome choice, byte[] person, @Nullable Instant resolvesAt) {
        return jdbc.sql("""
                update compliance.sandbox_check set choice = :choice, progress = :progress, person = :person, resolves_at = :resolves
                 where reference = :reference and progress = 'PENDING' and choice is null""")
                        .param("choice", choice.name())
                        .param("progress", choice.first().name())
                        .param("person", person)
                        .param(
                                "resolves",
                                resolvesAt == null ? null : Columns.utc(resolvesAt),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("reference", reference)
                        .update()
                == 1;
    }

    /** Those that people at the vendor have looked at for long enough. */
    List<CheckRow> resolvable(Instant now) {
        return jdbc.sql("select * from compliance.sandbox_check where resolves_at <= ? order by resolves_at limit 50")
                .param(Columns.utc(now))
                .query((row, number) -> check(row))
                .list();
    }

    /** Those whose page nobody has used in time. */
    List<CheckRow> unused(Instant now) {
        return jdbc.sql("""
                select * from compliance.sandbox_check where progress = 'PENDING' and choice is null and page_until <= ?
                 order by page_until limit 50""")
                .param(Columns.utc(now))
                .query((row, number) -> check(row))
                .list();
    }

    /** @return whether it still stood there */
    boolean move(CheckRow from, IdentityProgress to) {
        return jdbc.sql("""
                update compliance.sandbox_check set progress = ?, resolves_at = null where reference = ? and progress = ?""")
                        .params(to.name(), from.reference(), from.progress().name())
                        .update()
                == 1;
    }

    void insertDelivery(String path, String body, Instant dueAt) {
        jdbc.sql("insert into compliance.sandbox_delivery (path, body, due_at) values (?, ?, ?)")
                .params(path, body, Columns.utc(dueAt))
                .update();
    }

    /** Takes messages to send; each comes back later unless it is removed before. */
    List<Delivery> dueDeliveries(Instant now, Duration retryDelay) {
        return jdbc.sql("""
                update compliance.sandbox_delivery set attempts = attempts + 1,
                  due_at = :now + :delay * interval '1 ms' * power(2, least(attempts, 8))
                 where id in (select id from compliance.sandbox_delivery where due_at <= :now
                               order by due_at, id limit 50 for update skip locked)
                returning id, path, body""")
                .param("now", Columns.utc(now))
                .param("delay", retryDelay.toMillis())
                .query((row, number) -> new Delivery(row.getLong("id"), row.getString("path"), row.getString("body")))
                .list();
    }

    void removeDelivery(long id) {
        jdbc.sql("delete from compliance.sandbox_delivery where id = ?")
                .param(id)
                .update();
    }

    private static CheckRow check(ResultSet row) throws SQLException {
        String choice = row.getString("choice");
        return new CheckRow(
                row.getString("reference"),
                row.getObject("our_check", UUID.class),
                row.getString("return_url"),
                IdentityProgress.valueOf(row.getString("progress")),
                choice == null ? null : TestOutcome.valueOf(choice),
                row.getBytes("person"));
    }
}
