package network.fanz.platform.objects;

import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which objects there are. */
@Component
class ObjectRowStore {
    private final JdbcClient jdbc;

    ObjectRowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID subject, StoredObject stored, Instant at) {
        jdbc.sql("""
                insert into objects.object (sha256, subject, length, stored_length, kept_at) values (?, ?, ?, ?, ?)""")
                .params(stored.address(), subject, stored.length(), stored.storedLength(), Columns.utc(at))
                .update();
    }

    void release(String address, Instant at) {
        jdbc.sql("update objects.object set released_at = :at where sha256 = :address and released_at is null")
                .param("at", Columns.utc(at))
                .param("address", address)
                .update();
    }

    /** Some of those that nobody needs any more, and did not need before a time. A time of the future is none. */
    List<String> released(Instant before, Instant now, int limit) {
        return jdbc.sql("select sha256 from objects.object where released_at <= ? or released_at > ? limit ?")
                .params(Columns.utc(before), Columns.utc(now), limit)
                .query(String.class)
                .list();
    }

    void remove(String address) {
        jdbc.sql("delete from objects.object where sha256 = ? and released_at is not null")
                .param(address)
                .update();
    }

    /** Which of these have a row. */
    Set<String> known(Collection<String> addresses) {
        return Set.copyOf(jdbc.sql("select sha256 from objects.object where sha256 = any(?)")
                .param(1, addresses.toArray(String[]::new), Types.ARRAY)
                .query(String.class)
                .list());
    }

    /**
     * Those that must lie in the store, in the order of addresses.
     *
     * @param after the address behind which to begin
     * @param last the last address meant; null for the end of all
     */
    List<String> between(String after, @Nullable String last, int limit) {
        return jdbc.sql("""
                        select sha256 from objects.object
                        where sha256 > :after and (:last::text is null or sha256 <= :last::text) and released_at is null
                        order by sha256 limit :limit""")
                .param("after", after)
                .param("last", last, Types.VARCHAR)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** Returns whether that is news. */
    boolean setMissing(String address, Instant since) {
        return jdbc.sql(
                                "update objects.object set missing_since = :since where sha256 = :address and missing_since is null")
                        .param("since", Columns.utc(since))
                        .param("address", address)
                        .update()
                > 0;
    }

    void setFound(String address) {
        jdbc.sql("update objects.object set missing_since = null where sha256 = ? and missing_since is not null")
                .param(address)
                .update();
    }

    /** How many are known to be missing. */
    long countMissing() {
        return jdbc.sql("select count(*) from objects.object where missing_since is not null and released_at is null")
                .query(Long.class)
                .single();
    }
}
