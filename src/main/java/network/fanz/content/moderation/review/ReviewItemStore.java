package network.fanz.content.moderation.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.moderation.ReviewBacklog;
import network.fanz.content.moderation.ReviewClaim;
import network.fanz.content.moderation.ReviewItem;
import network.fanz.content.moderation.ReviewReason;
import network.fanz.content.moderation.ReviewSeverity;
import network.fanz.content.moderation.ReviewState;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was put before a person. */
@Component
class ReviewItemStore {
    private final JdbcClient jdbc;

    ReviewItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts it before a person, anew if it was there. Returns false if it waits already; nothing changes then. */
    boolean open(WaitingRow row) {
        return jdbc.sql("""
                        insert into moderation.review_item as item (release, work, creator, reason, state, severity, reach, holds, rules, policy,
                          facts, waits_since)
                        values (:release, :work, :creator, :reason, 'WAITING', :severity, :reach, :holds, :rules, :policy, :facts::jsonb, :since)
                        on conflict (release) do update set reason = excluded.reason, state = 'WAITING', severity = excluded.severity,
                          reach = excluded.reach, holds = excluded.holds, rules = excluded.rules, policy = excluded.policy,
                          facts = excluded.facts, waits_since = excluded.waits_since, escalated_by = null
                         where item.state <> 'WAITING'""")
                        .param("release", row.release())
                        .param("work", row.work())
                        .param("creator", row.creator().value())
                        .param("reason", row.reason().name())
                        .param("severity", row.severity().ordinal())
                        .param("reach", row.reach())
                        .param("holds", row.holds())
                        .param("rules", row.rules().toArray(String[]::new), Types.ARRAY)
                        .param("policy", row.policy())
                        .param("facts", row.facts())
                        .param("since", Columns.utc(row.since()))
                        .update()
                == 1;
    }

    /** What waits already waits sooner, and for more reasons. Returns false if it does not wait. */
    boolean raise(WaitingRow row) {
        return jdbc.sql("""
                        update moderation.review_item set severity = least(severity, :severity), holds = holds or :holds, rules = :rules,
                          policy = :policy, facts = :facts::jsonb
                         where release = :release and state = 'WAITING'""")
                        .param("release", row.release())
                        .param("severity", row.severity().ordinal())
                        .param("holds", row.holds())
                        .param("rules", row.rules().toArray(String[]::new), Types.ARRAY)
                        .param("policy", row.policy())
                        .param("facts", row.facts())
                        .update()
                == 1;
    }

    void countReport(UUID release) {
        jdbc.sql("update moderation.review_item set reports = reports + 1 where release = ?")
                .param(release)
                .update();
    }

    /** Nobody waits for it any more. Returns false if nobody did. */
    boolean close(UUID release, ReviewState state) {
        return jdbc.sql("""
                        update moderation.review_item set state = ?, claimed_by = null, claimed_until = null
                         where release = ? and state = 'WAITING'""").params(state.name(), release).update() == 1;
    }

    /** It waits again, for whoever had it in hand. */
    void reopen(UUID release, AccountId by, Instant until) {
        jdbc.sql("""
                update moderation.review_item set state = 'WAITING', claimed_by = ?, claimed_until = ?
                 where release = ?""").params(by.value(), Columns.utc(until), release).update();
    }

    /** Somebody else is to look, and soon. */
    void escalate(UUID release, AccountId by) {
        jdbc.sql("""
                update moderation.review_item set severity = 0, escalated_by = ?, claimed_by = null, claimed_until = null
                 where release = ?""").params(by.value(), release).update();
    }

    /** As it was before it was handed on, for whoever did. */
    void takeBack(UUID release, ReviewSeverity severity, AccountId by, Instant until) {
        jdbc.sql("""
                update moderation.review_item set severity = ?, escalated_by = null, claimed_by = ?, claimed_until = ?
                 where release = ? and state = 'WAITING' and claimed_by is null""")
                .params(severity.ordinal(), by.value(), Columns.utc(until), release)
                .update();
    }

    Optional<ReviewItem> find(UUID release) {
        return one("select * from moderation.review_item where release = ?", release);
    }

    /** Others wait until the transaction ends. */
    Optional<ReviewItem> lock(UUID release) {
        return one("select * from moderation.review_item where release = ? for update", release);
    }

    private Optional<ReviewItem> one(String sql, UUID release) {
        return jdbc.sql(sql).param(release).query((row, number) -> item(row)).optional();
    }

    /** What the reader is to look at next, locked: neither their own, nor what they have handed on, nor what others have in hand. */
    Optional<ReviewItem> next(AccountId reader, Instant now, Instant latest) {
        return jdbc.sql("""
                select * from moderation.review_item
                 where state = 'WAITING' and creator <> :reader and escalated_by is distinct from :reader
                   and (claimed_by is null or claimed_by = :reader or claimed_until <= :now or claimed_until > :latest)
                 order by severity, reach desc, waits_since, release limit 1 for update skip locked""")
                .param("reader", reader.value())
                .param("now", Columns.utc(now))
                .param("latest", Columns.utc(latest))
                .query((row, number) -> item(row))
                .optional();
    }

    void claim(UUID release, AccountId by, Instant until) {
        jdbc.sql("""
                update moderation.review_item set film_seen_by = case when claimed_by = :by then film_seen_by end, claimed_by = :by,
                  claimed_until = :until where release = :release""")
                .param("by", by.value())
                .param("until", Columns.utc(until))
                .param("release", release)
                .update();
    }

    /** Whatever somebody has in hand is free, but for one. */
    void putBack(AccountId by, @Nullable UUID except) {
        jdbc.sql("""
                update moderation.review_item set claimed_by = null, claimed_until = null
                 where claimed_by = :by and release is distinct from :except""")
                .param("by", by.value())
                .param("except", except, Types.OTHER)
                .update();
    }

    /** What waits, in the order in which it is looked at. */
    List<ReviewItem> waiting(@Nullable ReviewSeverity severity, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select * from moderation.review_item item
                 where state = 'WAITING' and (:severity::smallint is null or severity = :severity::smallint)
                   and (:after::uuid is null or (item.severity, -item.reach, item.waits_since, item.release)
                     > (select b.severity, -b.reach, b.waits_since, b.release from moderation.review_item b where b.release = :after::uuid))
                 order by severity, reach desc, waits_since, release limit :limit""")
                .param("severity", severity == null ? null : severity.ordinal(), Types.SMALLINT)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, number) -> item(row))
                .list();
    }

    ReviewBacklog backlog(Instant before) {
        return jdbc.sql("""
                select count(*) as waiting, count(*) filter (where waits_since < ?) as longer, min(waits_since) as oldest
                  from moderation.review_item where state = 'WAITING'""")
                .param(Columns.utc(before))
                .query((row, number) -> new ReviewBacklog(
                        row.getLong("waiting"), row.getLong("longer"), Columns.instantOrNull(row, "oldest")))
                .single();
    }

    /** How many wait, each counted up to a bound. */
    Map<ReviewSeverity, Integer> counts(int most) {
        Map<ReviewSeverity, Integer> counts = new EnumMap<>(ReviewSeverity.class);
        for (ReviewSeverity severity : ReviewSeverity.values()) {
            counts.put(
                    severity,
                    jdbc.sql("""
                    select count(*) from (
                      select from moderation.review_item where state = 'WAITING' and severity = ? limit ?) waiting""")
                            .params(severity.ordinal(), most)
                            .query(Integer.class)
                            .single());
        }
        return counts;
    }

    private static ReviewItem item(ResultSet row) throws SQLException {
        UUID claimedBy = row.getObject("claimed_by", UUID.class);
        UUID escalatedBy = row.getObject("escalated_by", UUID.class);
        return new ReviewItem(
                row.getObject("release", UUID.class),
                row.getObject("work", UUID.class),
                new AccountId(row.getObject("creator", UUID.class)),
                ReviewReason.valueOf(row.getString("reason")),
                ReviewState.valueOf(row.getString("state")),
                ReviewSeverity.values()[row.getInt("severity")],
                row.getInt("reach"),
                row.getInt("reports"),
                row.getBoolean("holds"),
                Arrays.asList((String[]) row.getArray("rules").getArray()),
                row.getInt("policy"),
                Columns.instant(row, "waits_since"),
                claimedBy == null
                        ? null
                        : new ReviewClaim(new AccountId(claimedBy), Columns.instant(row, "claimed_until")),
                escalatedBy == null ? null : new AccountId(escalatedBy));
    }
}
