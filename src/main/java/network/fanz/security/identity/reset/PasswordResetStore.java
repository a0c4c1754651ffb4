package network.fanz.security.identity.reset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import network.fanz.security.identity.accounts.OpenLinks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests for new passwords, the mailed links, and the password that is set in the end. */
@Component
public final class PasswordResetStore {
    private final JdbcClient jdbc;

    PasswordResetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addRequest(UUID id, byte[] emailLookup, String causedFrom, Instant now) {
        jdbc.sql("""
                        insert into identity.password_request (id, email_lookup, caused_from, made_at)
                        values (:id, :lookup, :from, :now)
                        """)
                .param("from", causedFrom)
                .param("id", id)
                .param("lookup", emailLookup)
                .param("now", Columns.utc(now))
                .update();
    }

    /** A request whose letter is to be written. */
    record WaitingRequest(byte[] emailLookup, String causedFrom) {}

    /** Takes the oldest requests. */
    List<WaitingRequest> takeRequests(int max) {
        return jdbc.sql("""
                        delete from identity.password_request
                        where id in (select id from identity.password_request order by made_at, id limit :most)
                        returning email_lookup, coalesce(caused_from, '') as caused_from
                        """)
                .param("most", max)
                .query((row, number) -> new WaitingRequest(row.getBytes("email_lookup"), row.getString("caused_from")))
                .list();
    }

    /** The links of the account that are valid. */
    OpenLinks openLinks(AccountId account, String causedFrom, Instant now) {
        return jdbc.sql("""
                        select count(*) as size, count(*) filter (where caused_from = :from) as here
                        from identity.password_proof where account_id = :account and expires_at > :now
                        """)
                .param("account", account.value())
                .param("from", causedFrom)
                .param("now", Columns.utc(now))
                .query((row, number) -> new OpenLinks(row.getInt("size"), row.getInt("here")))
                .single();
    }

    void addLink(byte[] tokenHash, AccountId account, String causedFrom, Instant now, Instant until) {
        jdbc.sql("""
                        insert into identity.password_proof (token_hash, account_id, caused_from, made_at, expires_at, email_lookup)
                        values (:hash, :account, :from, :now, :until, (
                          select email_lookup from identity.account where id = :account))
                        """)
                .param("from", causedFrom)
                .param("hash", tokenHash)
                .param("account", account.value())
                .param("now", Columns.utc(now))
                .param("until", Columns.utc(until))
                .update();
    }

    /** None once the account has another address than the letter went to: whoever reads the former mailbox need not be its owner. */
    Optional<AccountId> accountOfLink(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                        select p.account_id from identity.password_proof p join identity.account a on a.id = p.account_id
                        where p.token_hash = :hash and p.expires_at > :now
                          and a.email_lookup = coalesce(p.email_lookup, a.email_lookup)
                        """)
                .param("hash", tokenHash)
                .param("now", Columns.utc(now))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** Of two concurrent requests with the same link, one gets true. */
    boolean takeLink(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                                delete from identity.password_proof p using identity.account a
                                where p.token_hash = :hash and p.expires_at > :now and a.id = p.account_id
                                  and a.email_lookup = coalesce(p.email_lookup, a.email_lookup)
                                """)
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
