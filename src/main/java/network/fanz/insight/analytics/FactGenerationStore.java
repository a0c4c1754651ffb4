package network.fanz.insight.analytics;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import network.fanz.common.Steady;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which facts are read, and which are being counted anew beside them. */
@Component
class FactGenerationStore {
    /** Whoever still reads the old generation when another takes its place has this long to end. */
    private static final Duration LEFT_KEPT = Duration.ofMinutes(10);

    /** Of a table's pages on disk; 8 KiB each, with some hundred rows. */
    private static final int PAGES_AT_ONCE = 256;

    private static final List<String> TABLES = List.of(
            "payment",
            "verified_account",
            "activity",
            "alert",
            "work",
            "viewed",
            "payment_day",
            "creator_day",
            "creator_year",
            "creator",
            "count_day");

    private final JdbcClient database;
    private final Clock clock;

    FactGenerationStore(JdbcClient database, @Steady Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    int read() {
        return database.sql("select number from analytics.generation where state = 'READ'")
                .query(Integer.class)
                .single();
    }

    Optional<Integer> building() {
        return database.sql("select number from analytics.generation where state = 'BUILDING'")
                .query(Integer.class)
                .optional();
    }

    void begin() {
        leave("BUILDING");
        database.sql("""
                insert into analytics.generation (number, state, began_at)
                select max(number) + 1, 'BUILDING', :now from analytics.generation
                """).param("now", Columns.utc(clock.instant())).update();
    }

    void swap() {
        leave("READ");
        database.sql("update analytics.generation set state = 'READ' where state = 'BUILDING'")
                .update();
    }

    private void leave(String state) {
        database.sql("update analytics.generation set state = 'LEFT', left_at = :now where state = :state")
                .param("now", Columns.utc(clock.instant()))
                .param("state", state)
                .update();
    }

    /** Deletes what is no longer read, some rows a transaction, so that nothing else waits for it. */
    void sweep() {
        List<Integer> left = database.sql("""
                        select number from analytics.generation where state = 'LEFT' and left_at < :before order by number
                        """)
                .param("before", Columns.utc(clock.instant().minus(LEFT_KEPT)))
                .query(Integer.class)
                .list();
        for (int number : left) {
            TABLES.forEach(table -> sweep(table, number));
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            database.sql("delete from analytics.generation where number = :number")
                    .param("number", number)
                    .update();
        }
    }

    /** Goes through the table's pages once, in their order: a search for the next rows would begin anew among those that are deleted. */
    private void sweep(String table, int number) {
        long pages = database.sql(
                        "select pg_relation_size('analytics.%s') / current_setting('block_size')::int".formatted(table))
                .query(Long.class)
                .single();
        for (long page = 0; page < pages && !Thread.currentThread().isInterrupted(); page += PAGES_AT_ONCE) {
            database.sql("""
                            delete from analytics.%s where generation = :number
                              and ctid >= format('(%%s,0)', :page)::tid and ctid < format('(%%s,0)', :end)::tid
                            """.formatted(table))
                    .param("number", number)
                    .param("page", page)
                    .param("end", page + PAGES_AT_ONCE)
                    .update();
        }
    }
}
