package network.fanz.content.moderation.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.moderation.PolicyTest;
import network.fanz.content.moderation.PolicyVersion;
import network.fanz.content.moderation.PolicyVersion.PolicyState;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Versions of the policy but the first, and what they are tried on. */
@Component
class PolicyStore {
    private static final long LOCK = 80;

    private final JdbcClient jdbc;

    PolicyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Changes of versions come one after the other until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, number) -> number)
                .list();
    }

    Optional<Integer> liveNumber() {
        return jdbc.sql("select number from moderation.policy where state = 'LIVE'")
                .query(Integer.class)
                .optional();
    }

    /** Returns its number. */
    int insert(String document, AccountId by, Instant at) {
        return jdbc.sql("""
                insert into moderation.policy (number, document, state, made_by, made_at)
                select coalesce(max(number), 1) + 1, :document, 'DRAFT', :by, :at from moderation.policy returning number""")
                .param("document", document)
                .param("by", by.value())
                .param("at", Columns.utc(at))
                .query(Integer.class)
                .single();
    }

    Optional<PolicyVersion> find(int number) {
        return jdbc.sql("select * from moderation.policy where number = ?")
                .param(number)
                .query((row, count) -> version(row))
                .optional();
    }

    /** The latest first. */
    List<PolicyVersion> all(int limit) {
        return jdbc.sql("select * from moderation.policy order by number desc limit ?")
                .param(limit)
                .query((row, count) -> version(row))
                .list();
    }

    void setTest(int number, PolicyTest test, Instant at) {
        jdbc.sql("update moderation.policy set test = ?, tested_at = ? where number = ? and state = 'DRAFT'")
                .params(JsonMapper.shared().writeValueAsString(test), Columns.utc(at), number)
                .update();
    }

    void putIntoForce(int number, AccountId by, Instant at) {
        jdbc.sql("update moderation.policy set state = 'PAST' where state = 'LIVE'")
                .update();
        jdbc.sql("update moderation.policy set state = 'LIVE', live_by = ?, live_since = ? where number = ?")
                .params(by.value(), Columns.utc(at), number)
                .update();
    }

    /** What was decided, and what the policy was asked then: whether it was approved, and the facts as JSON; the latest. */
    List<DecidedFacts> decided(int limit) {
        return jdbc.sql("""
                select kind = 'APPROVE' as approved, facts from moderation.decision
                 where kind <> 'ESCALATE' and undone_at is null order by number desc limit ?""")
                .param(limit)
                .query((row, count) -> new DecidedFacts(row.getBoolean("approved"), row.getString("facts")))
                .list();
    }

    /** What the policy was asked about what waits. */
    List<String> waiting(int limit) {
        return jdbc.sql("""
                select facts from moderation.review_item where state = 'WAITING'
                 order by severity, reach desc, waits_since, release limit ?""").param(limit).query(String.class).list();
    }

    record DecidedFacts(boolean approved, String facts) {}

    private static PolicyVersion version(ResultSet row) throws SQLException {
        String test = row.getString("test");
        UUID liveBy = row.getObject("live_by", UUID.class);
        return new PolicyVersion(
                row.getInt("number"),
                PolicyState.valueOf(row.getString("state")),
                row.getString("document"),
                new AccountId(row.getObject("made_by", UUID.class)),
                Columns.instant(row, "made_at"),
                read(test),
                liveBy == null ? null : new AccountId(liveBy),
                Columns.instantOrNull(row, "live_since"));
    }

    private static @Nullable PolicyTest read(@Nullable String test) {
        return test == null ? null : JsonMapper.shared().readValue(test, PolicyTest.class);
    }
}
