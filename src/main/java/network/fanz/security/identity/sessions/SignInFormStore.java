package network.fanz.security.identity.sessions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sign-in forms on their way, and where the first sending of each ended. */
@Component
final class SignInFormStore {
    private final JdbcClient jdbc;

    SignInFormStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param session the session that the form signed in; null while it is on its way */
    record SignInFormRow(@Nullable UUID session, byte @Nullable [] location) {}

    /** False if the same form is on its way, or was sent. */
    boolean begin(UUID id, Instant until) {
        return jdbc.sql("""
                                insert into identity.sign_in_form (id, expires_at) values (:id, :until) on conflict do nothing
                                """).param("id", id).param("until", Columns.utc(until)).update() == 1;
    }

    void complete(UUID id, UUID session, byte[] location) {
        jdbc.sql("update identity.sign_in_form set session_id = :session, location = :location where id = :id")
                .param("session", session)
                .param("location", location)
                .param("id", id)
                .update();
    }

    Optional<SignInFormRow> find(UUID id) {
        return jdbc.sql("select session_id, location from identity.sign_in_form where id = :id")
                .param("id", id)
                .query((row, number) ->
                        new SignInFormRow(row.getObject("session_id", UUID.class), row.getBytes("location")))
                .optional();
    }

    void delete(UUID id) {
        jdbc.sql("delete from identity.sign_in_form where id = :id")
                .param("id", id)
                .update();
    }

    int deleteExpired(Instant now) {
        return jdbc.sql("delete from identity.sign_in_form where expires_at < :now")
                .param("now", Columns.utc(now))
                .update();
    }
}
