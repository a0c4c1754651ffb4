package network.fanz.content.compliance.verification;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.content.compliance.UnexpectedWord;
import network.fanz.content.compliance.VerificationState;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What providers have said by themselves. */
@Component
class ProviderMessageStore {
    private final JdbcClient jdbc;

    ProviderMessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is new */
    boolean insert(String provider, String eventId, @Nullable UUID verification, String word, Instant at) {
        return jdbc.sql("""
                insert into compliance.provider_message (provider, event_id, verification, word, received_at)
                values (:provider, :event, :verification, :word, :at) on conflict do nothing""")
                        .param("provider", provider)
                        .param("event", eventId)
                        .param("verification", verification, Types.OTHER)
                        .param("word", word)
                        .param("at", Columns.utc(at))
                        .update()
                == 1;
    }

    /** @return whether it is new */
    boolean insertUnexpected(
            String provider,
            String eventId,
            @Nullable UUID verification,
            String word,
            @Nullable VerificationState state,
            Instant at) {
        return jdbc.sql("""
                insert into compliance.unexpected_message (provider, event_id, verification, word, state, received_at)
                values (:provider, :event, :verification, :word, :state, :at) on conflict do nothing""")
                        .param("provider", provider)
                        .param("event", eventId)
                        .param("verification", verification, Types.OTHER)
                        .param("word", word)
                        .param("state", state == null ? null : state.name(), Types.VARCHAR)
                        .param("at", Columns.utc(at))
                        .update()
                == 1;
    }

    List<UnexpectedWord> unexpected(UUID verification) {
        return jdbc.sql("""
                select word, state, received_at from compliance.unexpected_message where verification = ?
                 order by received_at limit 100""")
                .param(verification)
                .query((row, number) -> new UnexpectedWord(
                        row.getString("word"),
                        VerificationState.valueOf(row.getString("state")),
                        Columns.instant(row, "received_at")))
                .list();
    }
}
