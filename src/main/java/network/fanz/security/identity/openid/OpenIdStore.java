package network.fanz.security.identity.openid;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Grants that wait for their client, and signing keys. */
final class OpenIdStore {
    private final JdbcClient jdbc;

    OpenIdStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(String id, byte[] codeHash, byte[] body, Instant expiresAt) {
        jdbc.sql("""
                        insert into identity.authorization_grant (id, code_hash, body, expires_at)
                        values (:id, :code, :body, :expires)
                        on conflict (id) do update
                        set code_hash = excluded.code_hash, body = excluded.body, expires_at = excluded.expires_at
                        """)
                .param("id", id)
                .param("code", codeHash)
                .param("body", body)
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False if the code was used before. */
    boolean saveUsed(String id, byte[] body, Instant expiresAt) {
        return jdbc.sql("""
                                update identity.authorization_grant
                                set code_hash = null, body = :body, expires_at = :expires
                                where id = :id and code_hash is not null
                                """)
                        .param("id", id)
                        .param("body", body)
                        .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<byte[]> findByCode(byte[] codeHash, Instant now) {
        return jdbc.sql("select body from identity.authorization_grant where code_hash = :code and expires_at > :now")
                .param("code", codeHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(byte[].class)
                .optional();
    }

    Optional<byte[]> find(String id) {
        return jdbc.sql("select body from identity.authorization_grant where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    void delete(String id) {
        jdbc.sql("delete from identity.authorization_grant where id = :id")
                .param("id", id)
                .update();
    }

    int deleteExpired(Instant now) {
        return jdbc.sql("delete from identity.authorization_grant where expires_at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A sealed signing key, and the time from which it signs. */
    record SigningKeyRow(byte[] key, Instant signsFrom) {}

    /** The newest keys, up to a bound that sensible settings never reach. */
    List<SigningKeyRow> keys() {
        return jdbc.sql("select key, signs_from from identity.signing_key order by signs_from desc, id limit 100")
                .query((row, number) -> new SigningKeyRow(
                        row.getBytes("key"),
                        row.getObject("signs_from", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Until the transaction ends, no other node makes or removes keys. */
    void lockKeys() {
        jdbc.sql("select pg_advisory_xact_lock(77, hashtext('identity.signing_key'))")
                .query((row, number) -> 0)
                .single();
    }

    void addKey(String id, byte[] sealed, Instant now, Instant signsFrom) {
        jdbc.sql("insert into identity.signing_key (id, key, made_at, signs_from) values (:id, :key, :now, :from)")
                .param("id", id)
                .param("key", sealed)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("from", signsFrom.atOffset(ZoneOffset.UTC))
                .update();
    }

    void deleteKey(String id) {
        jdbc.sql("delete from identity.signing_key where id = :id")
                .param("id", id)
                .update();
    }
}
