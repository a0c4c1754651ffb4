package network.fanz.content.compliance.verification;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.compliance.Verification;
import network.fanz.content.compliance.VerificationMove;
import network.fanz.content.compliance.VerificationState;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of checks, and the histories beside them. */
@Component
class VerificationListStore {
    private static final int OF_CREATOR_MAX = 500;

    private final JdbcClient jdbc;

    VerificationListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. Ten can be begun in 30 days, so the rows of years fit. */
    List<Verification> ofCreator(AccountId creator) {
        return jdbc.sql(
                        "select * from compliance.verification where creator = ? order by begun_at desc, id desc limit ?")
                .params(creator.value(), OF_CREATOR_MAX)
                .query((row, number) -> VerificationStore.check(row))
                .list();
    }

    /** Those in a state, that which came into it last first, behind a mark. */
    List<Verification> in(VerificationState state, @Nullable Instant afterTime, @Nullable UUID afterId, int limit) {
        return jdbc.sql("""
                select * from compliance.verification
                 where state = :state and (:time::timestamptz is null or state_since < :time or (state_since = :time and id > :id))
                 order by state_since desc, id limit :limit""")
                .param("state", state.name())
                .param("time", afterTime == null ? null : Columns.utc(afterTime), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", afterId, Types.OTHER)
                .param("limit", limit)
                .query((row, number) -> VerificationStore.check(row))
                .list();
    }

    void insertMove(UUID verification, int version, VerificationMove move) {
        AccountId by = move.by();
        jdbc.sql("""
                insert into compliance.verification_move (verification, version, from_state, to_state, reason, moved_by, moved_at)
                values (:verification, :version, :from, :to, :reason, :by, :at)""")
                .param("verification", verification)
                .param("version", version)
                .param("from", move.from().name())
                .param("to", move.to().name())
                .param("reason", move.reason(), Types.VARCHAR)
                .param("by", by == null ? null : by.value(), Types.OTHER)
                .param("at", Columns.utc(move.at()))
                .update();
    }

    /** The oldest first. */
    List<VerificationMove> moves(UUID verification) {
        return jdbc.sql("select * from compliance.verification_move where verification = ? order by version")
                .param(verification)
                .query((row, number) -> {
                    UUID by = row.getObject("moved_by", UUID.class);
                    return new VerificationMove(
                            VerificationState.valueOf(row.getString("from_state")),
                            VerificationState.valueOf(row.getString("to_state")),
                            row.getString("reason"),
                            by == null ? null : new AccountId(by),
                            Columns.instant(row, "moved_at"));
                })
                .list();
    }

    void allowAnotherTry(AccountId creator, AccountId by, Instant at) {
        jdbc.sql(
                        "insert into compliance.another_try (creator, allowed_at, allowed_by) values (?, ?, ?) on conflict do nothing")
                .params(creator.value(), Columns.utc(at), by.value())
                .update();
    }

    /** When staff let the creator try again, the last time first. */
    List<Instant> allowed(AccountId creator) {
        return jdbc.sql(
                        "select allowed_at from compliance.another_try where creator = ? order by allowed_at desc limit 100")
                .param(creator.value())
                .query((row, number) -> Columns.instant(row, 1))
                .list();
    }

    Optional<Instant> lastAllowed(AccountId creator) {
        return allowed(creator).stream().findFirst();
    }
}
