package network.fanz.content.moderation.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.moderation.DecisionKind;
import network.fanz.content.moderation.ReviewReason;
import network.fanz.content.moderation.ReviewSeverity;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people have decided. */
@Component
class DecisionStore {
    private static final String STANDING = """
            select * from moderation.decision
             where release = :release and undone_at is null and kind <> 'ESCALATE'
               and (effected_at is not null or effective_from <= :now or effective_from > :latest)""";

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With what the policy was asked about. */
    void insert(DecisionRow row) {
        jdbc.sql("""
                insert into moderation.decision (id, release, work, creator, kind, reason, release_state, digest, clause, note, severity, policy, facts,
                  decided_by, decided_at, effective_from, effected_at)
                select :id, release, work, creator, :kind, reason, :state, :digest, :clause, :note, severity, policy, facts, :by, :at, :from, :effected
                  from moderation.review_item where release = :release""")
                .param("id", row.id())
                .param("release", row.release())
                .param("kind", row.kind().name())
                .param("state", row.releaseState().name())
                .param("digest", row.digest())
                .param("clause", row.clause(), Types.VARCHAR)
                .param("note", row.note(), Types.BINARY)
                .param("by", row.by().value())
                .param("at", Columns.utc(row.at()))
                .param("from", Columns.utc(row.effectiveFrom()))
                .param(
                        "effected",
                        row.effectedAt() == null ? null : Columns.utc(row.effectedAt()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    Optional<DecisionRow> find(UUID id) {
        return jdbc.sql("select * from moderation.decision where id = ?")
                .param(id)
                .query(DecisionStore::row)
                .optional();
    }

    /** Of a release, the latest first. */
    List<DecisionRow> of(UUID release, int limit) {
        return jdbc.sql("select * from moderation.decision where release = ? order by number desc limit ?")
                .params(release, limit)
                .query(DecisionStore::row)
                .list();
    }

    /** About a creator's works, the latest first. */
    List<DecisionRow> about(AccountId creator, int limit) {
        return jdbc.sql("select * from moderation.decision where creator = ? order by number desc limit ?")
                .params(creator.value(), limit)
                .query(DecisionStore::row)
                .list();
    }

    /** Why works were rejected or taken down, as far as that has taken effect: the code of the clause, by work. */
    Map<UUID, String> clauses(Collection<UUID> works) {
        Map<UUID, String> clauses = new HashMap<>();
        jdbc.sql("""
                select distinct on (work) work, clause from moderation.decision
                 where work = any(:works) and kind = 'REJECT' and effected_at is not null order by work, number desc""").param("works", works.toArray(UUID[]::new), Types.ARRAY).query(row -> {
            clauses.put(row.getObject("work", UUID.class), row.getString("clause"));
        });
        return clauses;
    }

    /** How many of a creator's works were rejected, as far as it counts. */
    int rejections(AccountId creator, int most) {
        return jdbc.sql("""
                select count(*) from (
                  select from moderation.decision where creator = ? and kind = 'REJECT' and undone_at is null limit ?) rejected""").params(creator.value(), most).query(Integer.class).single();
    }

    /**
     * The latest decision about whether a release is seen that stands and has taken effect, or would have if its time did not lie further
     * ahead than it can have been meant.
     */
    Optional<DecisionRow> standing(UUID release, Instant now, Instant latest) {
        return standing(
                STANDING + " and reason in ('BEFORE_PUBLICATION', 'REPORTED') order by number desc limit 1",
                release,
                "",
                now,
                latest);
    }

    /** The same of one that was held, and whether it goes on. */
    Optional<DecisionRow> ofHeld(UUID release, ReviewReason reason, Instant now, Instant latest) {
        return standing(
                STANDING + " and reason = :reason order by number desc limit 1", release, reason.name(), now, latest);
    }

    private Optional<DecisionRow> standing(String sql, UUID release, String reason, Instant now, Instant latest) {
        return jdbc.sql(sql)
                .param("release", release)
                .param("reason", reason)
                .param("now", Columns.utc(now))
                .param("latest", Columns.utc(latest))
                .query(DecisionStore::row)
                .optional();
    }

    /** Some whose time has come, locked. */
    List<DecisionRow> due(Instant now, Instant latest, int limit) {
        return jdbc.sql("""
                select * from moderation.decision
                 where effected_at is null and undone_at is null and (effective_from <= ? or effective_from > ?)
                 order by effective_from, id limit ? for update skip locked""")
                .params(Columns.utc(now), Columns.utc(latest), limit)
                .query(DecisionStore::row)
                .list();
    }

    /** Returns false if it was undone or has taken effect before. */
    boolean setEffected(UUID id, Instant at) {
        return jdbc.sql(
                                "update moderation.decision set effected_at = ? where id = ? and effected_at is null and undone_at is null")
                        .params(Columns.utc(at), id)
                        .update()
                == 1;
    }

    /** Returns false if it has taken effect or was undone before. */
    boolean setUndone(UUID id, Instant at, Instant latest) {
        return jdbc.sql("""
                        update moderation.decision set undone_at = :at
                         where id = :id and effected_at is null and undone_at is null and effective_from > :at and effective_from <= :latest""")
                        .param("id", id)
                        .param("at", Columns.utc(at))
                        .param("latest", Columns.utc(latest))
                        .update()
                == 1;
    }

    private static DecisionRow row(ResultSet row, int number) throws SQLException {
        return new DecisionRow(
                row.getObject("id", UUID.class),
                row.getObject("release", UUID.class),
                row.getObject("work", UUID.class),
                new AccountId(row.getObject("creator", UUID.class)),
                DecisionKind.valueOf(row.getString("kind")),
                ReviewReason.valueOf(row.getString("reason")),
                ReleaseState.valueOf(row.getString("release_state")),
                row.getString("digest"),
                row.getString("clause"),
                row.getBytes("note"),
                ReviewSeverity.values()[row.getInt("severity")],
                row.getInt("policy"),
                new AccountId(row.getObject("decided_by", UUID.class)),
                Columns.instant(row, "decided_at"),
                Columns.instant(row, "effective_from"),
                Columns.instantOrNull(row, "effected_at"),
                Columns.instantOrNull(row, "undone_at"));
    }
}
