package network.fanz.content.compliance.consents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What creators say of who is in their works; rows are only added. */
@Component
class StatementStore {
    private static final String ALL = """
            select s.*, array(select p.performer from compliance.work_person p
              where p.work = s.work and p.number = s.number order by p.performer) as performers
            from compliance.work_statement s
            """;

    private final JdbcClient jdbc;

    StatementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param count how many people it named when it was made */
    record StatementRow(
            UUID work,
            int number,
            UUID change,
            AccountId creator,
            int count,
            List<UUID> people,
            byte[] details,
            byte @Nullable [] amendment,
            Instant at) {}

    /** Whatever changes who is in a work or has consented to it comes one after the other until the transaction ends. */
    void lock(UUID work) {
        jdbc.sql("select pg_advisory_xact_lock(82, hashtext(?))")
                .param(work.toString())
                .query((row, number) -> number)
                .list();
    }

    void insert(StatementRow row) {
        jdbc.sql("""
                insert into compliance.work_statement (work, number, change, creator, people, details, amendment, made_by, made_at)
                values (:work, :number, :change, :creator, :count, :details, :amendment, :creator, :at)""")
                .param("work", row.work())
                .param("number", row.number())
                .param("change", row.change())
                .param("creator", row.creator().value())
                .param("count", row.count())
                .param("details", row.details())
                .param("amendment", row.amendment(), Types.BINARY)
                .param("at", Columns.utc(row.at()))
                .update();
        jdbc.sql("insert into compliance.work_person (work, number, performer) select :work, :number, unnest(:people)")
                .param("work", row.work())
                .param("number", row.number())
                .param("people", row.people().toArray(UUID[]::new), Types.ARRAY)
                .update();
    }

    Optional<StatementRow> latest(UUID work) {
        return jdbc.sql(ALL + " where s.work = ? order by s.number desc limit 1")
                .param(work)
                .query(StatementStore::row)
                .optional();
    }

    Optional<StatementRow> made(UUID change) {
        return jdbc.sql(ALL + " where s.change = ?")
                .param(change)
                .query(StatementStore::row)
                .optional();
    }

    /** When those were named who are named now; whoever was named otherwise before, and after, is not counted. */
    Instant namedSince(UUID work) {
        return jdbc.sql("""
                with named as (
                  select s.number, s.made_at,
                    array(select p.performer from compliance.work_person p where p.work = s.work and p.number = s.number order by 1) people
                    from compliance.work_statement s where s.work = ?),
                changed as (select made_at, people is distinct from lag(people) over (order by number) other, number from named)
                select made_at from changed where other order by number desc limit 1""")
                .param(work)
                .query((row, number) -> Columns.instant(row, "made_at"))
                .optional()
                .orElse(Instant.MIN);
    }

    /** Works that name a person now, in the order of their ids. */
    List<UUID> worksOf(UUID performer, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select p.work from compliance.work_person p where p.performer = :performer
                   and (:after::uuid is null or p.work > :after::uuid)
                   and p.number = (select max(s.number) from compliance.work_statement s where s.work = p.work)
                 order by p.work limit :limit""")
                .param("performer", performer)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    private static StatementRow row(ResultSet row, int number) throws SQLException {
        return new StatementRow(
                row.getObject("work", UUID.class),
                row.getInt("number"),
                row.getObject("change", UUID.class),
                new AccountId(row.getObject("creator", UUID.class)),
                row.getInt("people"),
                Arrays.asList((UUID[]) row.getArray("performers").getArray()),
                row.getBytes("details"),
                row.getBytes("amendment"),
                Columns.instant(row, "made_at"));
    }
}
