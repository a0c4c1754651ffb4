package network.fanz.content.introductions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Introductions, sealed. */
@Component
class IntroductionStore {
    private final JdbcClient jdbc;

    IntroductionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record IntroductionRow(
            UUID id,
            AccountId creator,
            IntroductionState state,
            byte[] words,
            byte[] links,
            @Nullable IntroductionRefusal reason,
            Instant proposedAt,
            @Nullable Instant decidedAt) {}

    /** A creator's changes, and decisions about them, come one after the other until the transaction ends. */
    void lock(AccountId creator) {
        jdbc.sql("select pg_advisory_xact_lock(79, hashtext(?))")
                .param(creator.toString())
                .query((row, number) -> number)
                .list();
    }

    void insert(UUID id, AccountId creator, byte[] words, byte[] links, Instant at) {
        jdbc.sql("""
                insert into introductions.introduction (id, creator, state, words, links, proposed_at)
                values (?, ?, 'PROPOSED', ?, ?, ?)""").params(id, creator.value(), words, links, Columns.utc(at)).update();
    }

    void decide(UUID id, IntroductionState state, @Nullable IntroductionRefusal reason, AccountId by, Instant at) {
        jdbc.sql("""
                update introductions.introduction set state = :state, reason = :reason, decided_by = :by, decided_at = :at
                 where id = :id""")
                .param("state", state.name())
                .param("reason", reason == null ? null : reason.name(), Types.VARCHAR)
                .param("by", by.value())
                .param("at", Columns.utc(at))
                .param("id", id)
                .update();
    }

    /** @return how many there were */
    int remove(AccountId creator, List<IntroductionState> states) {
        return jdbc.sql("delete from introductions.introduction where creator = :creator and state = any(:states)")
                .param("creator", creator.value())
                .param("states", states.stream().map(IntroductionState::name).toArray(String[]::new), Types.ARRAY)
                .update();
    }

    Optional<IntroductionRow> find(UUID id) {
        return jdbc.sql("select * from introductions.introduction where id = ?")
                .param(id)
                .query((row, number) -> row(row))
                .optional();
    }

    List<IntroductionRow> of(AccountId creator) {
        return jdbc.sql("select * from introductions.introduction where creator = ?")
                .param(creator.value())
                .query((row, number) -> row(row))
                .list();
    }

    /** The oldest first. */
    List<IntroductionRow> waiting(int limit) {
        return jdbc.sql("""
                select * from introductions.introduction where state = 'PROPOSED' order by proposed_at, id limit ?""").param(limit).query((row, number) -> row(row)).list();
    }

    /** A hundred at the most. */
    int countWaiting() {
        return jdbc.sql("""
                select count(*) from (
                  select from introductions.introduction where state = 'PROPOSED' limit 100) waiting""").query(Integer.class).single();
    }

    private static IntroductionRow row(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new IntroductionRow(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("creator", UUID.class)),
                IntroductionState.valueOf(row.getString("state")),
                row.getBytes("words"),
                row.getBytes("links"),
                reason == null ? null : IntroductionRefusal.valueOf(reason),
                Columns.instant(row, "proposed_at"),
                Columns.instantOrNull(row, "decided_at"));
    }
}
