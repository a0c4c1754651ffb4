package network.fanz.security.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries of one person: what they did, and what was done to their account. */
@Component
class OwnEntryStore {
    private final JdbcClient jdbc;

    OwnEntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param byOwner null if the program itself did it */
    record EntryOfOne(
            long seq, Instant at, String name, @Nullable Boolean byOwner, String subject) {}

    /** Newest first. Each half has an index of its own. */
    List<EntryOfOne> before(long seq, AccountId owner, int limit) {
        return jdbc.sql("""
                select seq, at, name, actor, subject from (
                  (select seq, at, name, actor, subject from audit.entry
                    where actor = :owner and seq < :before order by seq desc limit :limit)
                  union
                  (select seq, at, name, actor, subject from audit.entry
                    where subject = :subject and seq < :before order by seq desc limit :limit)) mine
                 order by seq desc limit :limit""")
                .param("owner", owner.value())
                .param("subject", "account:" + owner)
                .param("before", seq)
                .param("limit", limit)
                .query((row, number) -> {
                    UUID actor = row.getObject("actor", UUID.class);
                    return new EntryOfOne(
                            row.getLong("seq"),
                            Columns.instant(row, "at"),
                            row.getString("name"),
                            actor == null ? null : actor.equals(owner.value()),
                            row.getString("subject"));
                })
                .list();
    }
}
