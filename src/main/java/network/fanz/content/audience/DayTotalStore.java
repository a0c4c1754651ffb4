package network.fanz.content.audience;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Sums of views by work and UTC day. */
@Component
class DayTotalStore {
    private static final String ADD = """
            insert into audience.day_total as t (work, day, creator, views, viewers, film_views, film_sent, film_parts)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (work, day) do update set views = t.views + excluded.views, viewers = t.viewers + excluded.viewers,
              film_views = t.film_views + excluded.film_views, film_sent = t.film_sent + excluded.film_sent,
              film_parts = t.film_parts + excluded.film_parts""";
    private static final String COUNTED = """
            select work, day, creator, count(*) as views, count(distinct viewer) as viewers,
              count(*) filter (where film) as film_views, coalesce(sum(sent) filter (where film), 0) as film_sent,
              coalesce(sum(parts) filter (where film), 0) as film_parts
            from audience.view where day = :day group by work, day, creator""";
    private static final String ADD_TO_ALL = """
            insert into audience.day_sum as s (day, views) values (?, ?)
            on conflict (day) do update set views = s.views + excluded.views""";
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    DayTotalStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** What a day of a work gains. */
    record DayChange(
            UUID work,
            LocalDate day,
            AccountId creator,
            int views,
            int viewers,
            int filmViews,
            int filmSent,
            int filmParts) {
        static DayChange of(View view, boolean newViewer) {
            return new DayChange(
                    view.key().work(),
                    view.day(),
                    view.creator(),
                    1,
                    newViewer ? 1 : 0,
                    view.film() ? 1 : 0,
                    view.film() ? view.sent() : 0,
                    view.film() ? view.parts() : 0);
        }

        DayChange and(DayChange other) {
            return new DayChange(
                    work,
                    day,
                    creator,
                    views + other.views,
                    viewers + other.viewers,
                    filmViews + other.filmViews,
                    filmSent + other.filmSent,
                    filmParts + other.filmParts);
        }

        static DayChange between(View before, View now) {
            return new DayChange(
                    now.key().work(),
                    now.day(),
                    now.creator(),
                    0,
                    0,
                    0,
                    now.film() ? now.sent() - before.sent() : 0,
                    0);
        }
    }

    /** Each row once: PostgreSQL changes none twice in one statement, and the driver makes one of many. */
    void add(Collection<DayChange> changes) {
        batches.batchUpdate(
                ADD, summed(changes, change -> change.day() + " " + change.work()), BATCH, (row, change) -> {
                    row.setObject(1, change.work());
                    row.setObject(2, change.day());
                    row.setObject(3, change.creator().value());
                    row.setInt(4, change.views());
                    row.setInt(5, change.viewers());
                    row.setInt(6, change.filmViews());
                    row.setInt(7, change.filmSent());
                    row.setInt(8, change.filmParts());
                });
        batches.batchUpdate(ADD_TO_ALL, summed(changes, change -> change.day().toString()), BATCH, (row, change) -> {
            row.setObject(1, change.day());
            row.setInt(2, change.views());
        });
    }

    private static Collection<DayChange> summed(Collection<DayChange> changes, Function<DayChange, String> by) {
        Map<String, DayChange> sums = new TreeMap<>();
        changes.forEach(change -> sums.merge(by.apply(change), change, DayChange::and));
        return sums.values();
    }

    /** How many totals of a day differ from its views. */
    int differing(LocalDate day) {
        return jdbc.sql("""
                with counted as (%s), kept as (
                  select work, day, creator, views, viewers, film_views, film_sent, film_parts from audience.day_total where day = :day)
                select count(*) from ((table counted except all table kept) union all (table kept except all table counted)) differs""".formatted(COUNTED))
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** Counts a day anew from its views; others read what was there until the transaction ends. */
    void countAnew(LocalDate day) {
        jdbc.sql("delete from audience.day_total where day = ?").param(day).update();
        jdbc.sql(
                        "insert into audience.day_total (work, day, creator, views, viewers, film_views, film_sent, film_parts) "
                                + COUNTED)
                .param("day", day)
                .update();
        jdbc.sql("""
                insert into audience.day_sum (day, views)
                select :day, coalesce(sum(views), 0) from audience.day_total where day = :day
                on conflict (day) do update set views = excluded.views""").param("day", day).update();
    }

    /** @param sent pieces of films; {@code parts} as many as there are in all films that were viewed */
    record DayRow(LocalDate day, long views, long viewers, long sent, long parts) {}

    List<DayRow> ofWork(UUID work, LocalDate from) {
        return jdbc.sql("select * from audience.day_total where work = ? and day >= ? order by day")
                .params(work, from)
                .query(DayTotalStore::row)
                .list();
    }

    ViewSum ofCreator(AccountId creator) {
        return sum(jdbc.sql("select min(day) as since, sum(views) as views from audience.day_total where creator = ?")
                .param(creator.value()));
    }

    ViewSum ofAll() {
        return sum(jdbc.sql("select min(day) as since, sum(views) as views from audience.day_sum"));
    }

    private static ViewSum sum(StatementSpec sql) {
        return sql.query((row, number) -> new ViewSum(row.getObject("since", LocalDate.class), row.getLong("views")))
                .single();
    }

    /** The first day of a work that has one; null if nobody has viewed it. */
    @Nullable LocalDate firstOf(UUID work) {
        return sum(jdbc.sql("select min(day) as since, 0 as views from audience.day_total where work = ?")
                        .param(work))
                .since();
    }

    private static DayRow row(ResultSet row, int number) throws SQLException {
        return new DayRow(
                row.getObject("day", LocalDate.class),
                row.getLong("views"),
                row.getLong("viewers"),
                row.getLong("film_sent"),
                row.getLong("film_parts"));
    }
}
