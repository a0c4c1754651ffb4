package network.fanz.content.audience;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.content.audience.Look.LookKey;
import network.fanz.content.audience.events.ViewsCounted;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Views, each with a hash of who had it. */
@Component
class ViewStore {
    private static final String LONGER = "update audience.view set last_at = ?, pieces = ?, sent = ? where id = ?";
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ViewStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Whoever writes views, or counts them anew, does so alone until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(89, 0)")
                .query((row, number) -> number)
                .list();
    }

    /** The newest view of each, where there is one. */
    Map<LookKey, View> newest(List<LookKey> keys) {
        return jdbc
                .sql("""
                select newest.* from unnest(:works::uuid[], :viewers::text[]) as asked (work, viewer)
                  cross join lateral (select * from audience.view v where v.work = asked.work
                    and v.viewer = decode(asked.viewer, 'hex') order by v.last_at desc limit 1) newest""")
                .param("works", keys.stream().map(LookKey::work).toArray(UUID[]::new))
                .param("viewers", keys.stream().map(LookKey::viewer).toArray(String[]::new))
                .query((row, number) -> view(row))
                .list()
                .stream()
                .collect(Collectors.toMap(View::key, Function.identity(), (one, same) -> one));
    }

    void insert(View view) {
        jdbc.sql("""
                insert into audience.view (id, work, creator, viewer, network, day, began_at, last_at, film, pieces, sent, parts)
                values (:id, :work, :creator, :viewer, :network, :day, :began, :last, :film, :pieces, :sent, :parts)""")
                .param("id", view.id())
                .param("work", view.key().work())
                .param("creator", view.creator().value())
                .param("viewer", HexFormat.of().parseHex(view.key().viewer()))
                .param("network", bytes(view.network()), Types.BINARY)
                .param("day", view.day())
                .param("began", Columns.utc(view.beganAt()))
                .param("last", Columns.utc(view.lastAt()))
                .param("film", view.film())
                .param("pieces", view.pieces().toByteArray())
                .param("sent", view.sent())
                .param("parts", view.parts())
                .update();
    }

    void update(Collection<View> views) {
        batches.batchUpdate(LONGER, views, BATCH, (PreparedStatement row, View view) -> {
            row.setObject(1, Columns.utc(view.lastAt()));
            row.setBytes(2, view.pieces().toByteArray());
            row.setInt(3, view.sent());
            row.setObject(4, view.id());
        });
    }

    /** How many views of the same day its viewer had of the work before. */
    int ofViewer(View view) {
        return jdbc.sql("select count(*) from audience.view where work = ? and viewer = ? and day = ?")
                .params(view.key().work(), HexFormat.of().parseHex(view.key().viewer()), view.day())
                .query(Integer.class)
                .single();
    }

    /** How many viewers without an account of that day there are of the work in its network. */
    int ofNetwork(View view) {
        return jdbc.sql("""
                select count(distinct viewer) from audience.view where work = :work and network = :network and day = :day""")
                .param("work", view.key().work())
                .param("network", bytes(view.network()), Types.BINARY)
                .param("day", view.day())
                .query(Integer.class)
                .single();
    }

    /** How many different viewers a work had since a day, as far as their views are kept. */
    long viewers(UUID work, LocalDate from) {
        return jdbc.sql("select count(distinct viewer) from audience.view where work = ? and day >= ?")
                .params(work, from)
                .query(Long.class)
                .single();
    }

    /** Marks some views that began before then as told. */
    List<ViewsCounted> tell(Instant before, int limit, Function<TellingRow, ViewsCounted> telling) {
        return jdbc.sql("""
                with now_told as (
                  update audience.view set told = true where id in
                    (select id from audience.view where not told and began_at < :before order by began_at limit :limit for update)
                  returning work, creator, date_trunc('hour', began_at, 'UTC') as hour)
                select work, creator, hour, count(*) as views from now_told group by 1, 2, 3 order by 1, 3""")
                .param("before", Columns.utc(before))
                .param("limit", limit)
                .query((row, number) -> telling.apply(new TellingRow(
                        row.getObject("work", UUID.class),
                        new AccountId(row.getObject("creator", UUID.class)),
                        Columns.instant(row, "hour"),
                        row.getLong("views"))))
                .list();
    }

    record TellingRow(UUID work, AccountId creator, Instant hour, long views) {}

    /** @return how many of the oldest there were; what lies ahead of any clock is none to keep either */
    int delete(Instant before, Instant ahead, int limit) {
        return jdbc.sql("""
                delete from audience.view where id in (
                  (select id from audience.view where began_at < :before and told order by began_at limit :limit)
                  union all (select id from audience.view where began_at > :ahead order by began_at desc limit :limit))""")
                .param("before", Columns.utc(before))
                .param("ahead", Columns.utc(ahead))
                .param("limit", limit)
                .update();
    }

    private static byte @Nullable [] bytes(@Nullable String hex) {
        return hex == null ? null : HexFormat.of().parseHex(hex);
    }

    private static View view(ResultSet row) throws SQLException {
        byte[] network = row.getBytes("network");
        return new View(
                row.getObject("id", UUID.class),
                new LookKey(row.getObject("work", UUID.class), HexFormat.of().formatHex(row.getBytes("viewer"))),
                new AccountId(row.getObject("creator", UUID.class)),
                network == null ? null : HexFormat.of().formatHex(network),
                Columns.instant(row, "began_at"),
                Columns.instant(row, "last_at"),
                row.getBoolean("film"),
                BitSet.valueOf(row.getBytes("pieces")),
                row.getInt("parts"));
    }
}
