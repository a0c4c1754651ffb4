package network.fanz.content.compliance.age;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.content.compliance.AgeMethod;
import network.fanz.content.compliance.AgeState;
import network.fanz.content.compliance.spi.IdentityPage;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proofs of age: the method, the result and until when it counts. */
@Component
class AgeStore {
    private final JdbcClient jdbc;

    AgeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One viewer's proofs begin one after the other until the transaction ends. */
    void lock(UUID viewer) {
        jdbc.sql("select pg_advisory_xact_lock(85, hashtext(?))")
                .param(viewer.toString())
                .query((row, number) -> number)
                .list();
    }

    void insert(UUID id, UUID viewer, String provider, String returnUrl, Instant at, Instant askAt) {
        jdbc.sql("""
                insert into compliance.age_proof (id, viewer, provider, return_url, state, begun_at, ask_at)
                values (?, ?, ?, ?, 'STARTED', ?, ?)""")
                .params(id, viewer, provider, returnUrl, Columns.utc(at), Columns.utc(askAt))
                .update();
    }

    void setPage(UUID id, IdentityPage page) {
        jdbc.sql(
                        "update compliance.age_proof set reference = ?, page = ? where id = ? and state in ('STARTED', 'IN_DOUBT')")
                .params(page.reference(), page.url(), id)
                .update();
    }

    /** @return whether it stood in another state before */
    boolean move(
            UUID id, AgeState to, @Nullable AgeMethod method, @Nullable Instant assuredAt, @Nullable Instant until) {
        return jdbc.sql("""
                update compliance.age_proof set state = :to, method = :method, assured_at = :at, until = :until,
                  page = case when :open then page end, ask_at = case when :open then ask_at end
                 where id = :id and state <> :to and state <> 'REFUSED'""")
                        .param("to", to.name())
                        .param("method", method == null ? null : method.name(), Types.VARCHAR)
                        .param("at", assuredAt == null ? null : Columns.utc(assuredAt), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("until", until == null ? null : Columns.utc(until), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("open", to.isOpen())
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<AgeProof> find(UUID id) {
        return jdbc.sql("select * from compliance.age_proof where id = ?")
                .param(id)
                .query(AgeStore::proof)
                .optional();
    }

    /** A viewer's, the latest first. */
    List<AgeProof> of(UUID viewer, int limit) {
        return jdbc.sql("select * from compliance.age_proof where viewer = ? order by begun_at desc, id desc limit ?")
                .params(viewer, limit)
                .query(AgeStore::proof)
                .list();
    }

    /** Those about which the provider is to be asked now; each comes back later. A time further ahead than is ever set is due. */
    List<AgeProof> takeDue(Instant now, Duration delay, int limit) {
        return jdbc.sql("""
                update compliance.age_proof set ask_at = :now + :delay * interval '1 ms'
                 where id in (select id from compliance.age_proof where ask_at <= :now or ask_at > :now + 2 * :delay * interval '1 ms'
                               order by ask_at limit :limit for update skip locked)
                returning *""")
                .param("now", Columns.utc(now), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("delay", delay.toMillis())
                .param("limit", limit)
                .query(AgeStore::proof)
                .list();
    }

    /** The provider has said that it knows something: it is asked before all about which nothing was heard. */
    void askFirst(UUID id, String provider) {
        jdbc.sql("update compliance.age_proof set ask_at = '-infinity' where id = ? and provider = ?")
                .params(id, provider)
                .update();
    }

    void askNoMore(UUID id) {
        jdbc.sql("update compliance.age_proof set ask_at = null where id = ? and state not in ('STARTED', 'IN_DOUBT')")
                .param(id)
                .update();
    }

    /** A proof that nobody finished is none. */
    void giveUp(UUID id) {
        jdbc.sql("delete from compliance.age_proof where id = ? and state in ('STARTED', 'IN_DOUBT')")
                .param(id)
                .update();
    }

    /** Forgets what is over: proofs that never ended, refusals of yesterday, and a yes whose time has passed. */
    int forget(Instant now, Instant openSince, Instant refusedSince, int limit) {
        return jdbc.sql("""
                delete from compliance.age_proof where id in (
                  select id from compliance.age_proof
                   where (state = 'ASSURED' and until <= :now) or (state in ('STARTED', 'IN_DOUBT') and begun_at < :open)
                      or (state = 'REFUSED' and begun_at < :refused)
                   limit :limit)""")
                .param("now", Columns.utc(now))
                .param("open", Columns.utc(openSince))
                .param("refused", Columns.utc(refusedSince))
                .param("limit", limit)
                .update();
    }

    private static AgeProof proof(ResultSet row, int number) throws SQLException {
        String method = row.getString("method");
        return new AgeProof(
                row.getObject("id", UUID.class),
                row.getObject("viewer", UUID.class),
                row.getString("provider"),
                row.getString("reference"),
                row.getString("page"),
                row.getString("return_url"),
                AgeState.valueOf(row.getString("state")),
                method == null ? null : AgeMethod.valueOf(method),
                Columns.instant(row, "begun_at"),
                Columns.instantOrNull(row, "assured_at"),
                Columns.instantOrNull(row, "until"));
    }
}
