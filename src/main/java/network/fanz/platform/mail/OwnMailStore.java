package network.fanz.platform.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters about one person. */
@Component
class OwnMailStore {
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    OwnMailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param title sealed */
    record LetterAbout(
            UUID id,
            UUID about,
            byte[] title,
            String state,
            Instant writtenAt,
            @Nullable Instant endedAt) {}

    List<LetterAbout> about(AccountId owner, @Nullable String after, int limit) {
        return jdbc.sql("""
                select id, about, title, state, written_at, ended_at from mail.letter
                 where about = :about and id > :after order by id limit :limit""")
                .param("about", owner.value())
                .param("after", after == null ? FIRST : UUID.fromString(after))
                .param("limit", limit)
                .query((row, number) -> new LetterAbout(
                        row.getObject("id", UUID.class),
                        row.getObject("about", UUID.class),
                        row.getBytes("title"),
                        row.getString("state"),
                        Columns.instant(row, "written_at"),
                        Columns.instantOrNull(row, "ended_at")))
                .list();
    }
}
