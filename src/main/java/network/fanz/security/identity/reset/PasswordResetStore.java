package network.fanz.security.identity.reset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests for new passwords, the mailed links, and the password that is set in the end. */
@Component
public final class PasswordResetStore {
    private final JdbcClient jdbc;

    PasswordResetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addRequest(UUID id, byte[] emailLookup, Instant now) {
        jdbc.sql("insert into identity.password_request (id, email_lookup, made_at) values (:id, :lookup, :now)")
                .param("id", id)
                .param("lookup", emailLookup)
                .param("now", Columns.utc(now))
                .update();
    }

    /** Takes the oldest requests and returns their addresses' lookup hashes. */
    List<byte[]> takeRequests(int max) {
        return jdbc.sql("""
                        delete from identity.password_request
                        where id in (select id from identity.password_request order by made_at, id limit :most)
                        returning email_lookup
                        """).param("most", max).query(byte[].class).list();
    }

    /** How many links of the account are valid. */
    int countOpenLinks(AccountId account, Instant now) {
        return jdbc.sql("""
                        select count(*) from identity.password_proof where account_id = :account and expires_at > :now
                        """)
                .param("account", account.value())
                .param("now", Columns.utc(now))
                .query(Integer.class)
                .single();
    }

    void addLink(byte[] tokenHash, AccountId account, Instant now, Instant until) {
        jdbc.sql("""
                        insert into identity.password_proof (token_hash, account_id, made_at, expires_at)
                        values (:hash, :account, :now, :until)
                        """)
                .param("hash", tokenHash)
                .param("account", account.value())
                .param("now", Columns.utc(now))
                .param("until", Columns.utc(until))
                .update();
    }

    Optional<AccountId> accountOfLink(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                        select account_id from identity.password_proof where token_hash = :hash and expires_at > :now
                        """)
                .param("hash", tokenHash)
                .param("now", Columns.utc(now))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** Of two concurrent requests with the same link, one gets true. */
    boolean takeLink(byte[] tokenHash, Instant now) {
        return jdbc.sql("delete from identity.password_proof where token_hash = :hash and expires_at > :now")
                        .param("hash", tokenHash)
                        .param("now", Columns.utc(now))
                        .update()
                == 1;
    }

    void deleteLinks(AccountId account) {
        jdbc.sql("delete from identity.password_proof where account_id = :account")
                .param("account", account.value())
                .update();
    }

    public int deleteExpired(Instant now) {
        return jdbc.sql("delete from identity.password_proof where expires_at < :now")
                .param("now", Columns.utc(now))
                .update();
    }

    /** Deletes links that were made under a clock that was ahead: nobody knows how old they are, and another is asked for in a moment. */
    public void deleteThoseAhead(Instant latestEnd) {
        jdbc.sql("delete from identity.password_proof where expires_at > :latest")
                .param("latest", Columns.utc(latestEnd))
                .update();
    }

    /** False if the account is no longer open. */
    boolean setPassword(AccountId account, byte[] hash, int scheme) {
        return jdbc.sql("""
                                update identity.account
                                set password_hash = :hash, password_scheme = :scheme, failures = 0, factor_failures = 0
                                where id = :account and state = 'ACTIVE'
                                """)
                        .param("hash", hash)
                        .param("scheme", scheme)
                        .param("account", account.value())
                        .update()
                == 1;
    }
}
