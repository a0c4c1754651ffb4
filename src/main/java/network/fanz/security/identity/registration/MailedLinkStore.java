package network.fanz.security.identity.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import network.fanz.security.identity.accounts.OpenLinks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that were mailed to confirm an address. Each can be used once, and only its hash is stored. */
@Component
public final class MailedLinkStore {
    /** What has caused a link that the signed-in account asked for itself. */
    static final String OWNER = "owner";

    private final JdbcClient jdbc;

    MailedLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param causedFrom the network whose request caused the letter, or {@link #OWNER} */
    void addEmailLink(byte[] tokenHash, AccountId account, String causedFrom, Instant at, Instant until) {
        jdbc.sql("""
                        insert into identity.email_proof (token_hash, account_id, caused_from, made_at, expires_at, email_lookup)
                        values (:hash, :account, :from, :at, :until, (
                          select email_lookup from identity.account where id = :account))
                        """)
                .param("from", causedFrom)
                .param("hash", tokenHash)
                .param("account", account.value())
                .param("at", Columns.utc(at))
                .param("until", Columns.utc(until))
                .update();
    }

    /** The open links to an address, over all accounts that were opened with it; what a signed-in owner asked for is not counted. */
    OpenLinks openEmailLinks(byte[] emailLookup, String causedFrom, Instant now) {
        return jdbc.sql("""
                        select count(*) as size, count(*) filter (where p.caused_from = :from) as here
                        from identity.email_proof p join identity.account a on a.id = p.account_id
                        where a.email_lookup = :lookup and p.expires_at > :now and p.caused_from is distinct from :owner
                        """)
                .param("lookup", emailLookup)
                .param("from", causedFrom)
                .param("owner", OWNER)
                .param("now", Columns.utc(now))
                .query((row, number) -> new OpenLinks(row.getInt("size"), row.getInt("here")))
                .single();
    }

    /** When the open links end that the signed-in account has asked for, the first to end first. */
    List<Instant> endsOfRequestedEmailLinks(AccountId account, Instant now) {
        return jdbc.sql("""
                        select expires_at from identity.email_proof
                        where account_id = :account and caused_from = :owner and expires_at > :now order by expires_at
                        """)
                .param("account", account.value())
                .param("owner", OWNER)
                .param("now", Columns.utc(now))
                .query((row, number) -> Columns.instant(row, "expires_at"))
                .list();
    }

    /**
     * Any link to the account's address will do, whoever caused the letter: the link proves that the address is read, and the session
     * proves whose account it is. It counts for the address that the letter went to, whatever either account has now.
     */
    boolean takeEmailLink(byte[] tokenHash, AccountId account, Instant now) {
        return jdbc.sql("""
                                delete from identity.email_proof p
                                using identity.account opened, identity.account own
                                where p.token_hash = :hash and p.expires_at > :now and opened.id = p.account_id
                                  and own.id = :account and own.email_lookup = coalesce(p.email_lookup, opened.email_lookup)
                                """)
                        .param("hash", tokenHash)
                        .param("account", account.value())
                        .param("now", Columns.utc(now))
                        .update()
                == 1;
    }

    /** @param own whether the asking account was opened with the same address */
    record OpenEmailLink(AccountId account, boolean own) {}

    /** Whose a link is that {@link #takeEmailLink} would take from its owner. */
    Optional<OpenEmailLink> emailLink(byte[] tokenHash, AccountId asking, Instant now) {
        return jdbc.sql("""
                        select p.account_id, own.email_lookup = coalesce(p.email_lookup, opened.email_lookup) as own
                        from identity.email_proof p
                        join identity.account opened on opened.id = p.account_id
                        join identity.account own on own.id = :asking
                        where p.token_hash = :hash and p.expires_at > :now
                        """)
                .param("hash", tokenHash)
                .param("asking", asking.value())
                .param("now", Columns.utc(now))
                .query((row, number) -> new OpenEmailLink(
                        new AccountId(row.getObject("account_id", UUID.class)), row.getBoolean("own")))
                .optional();
    }

    public int deleteExpired(Instant now) {
        return jdbc.sql("delete from identity.email_proof where expires_at < :now")
                .param("now", Columns.utc(now))
                .update();
    }

    /** Shortens the lives of links that were made under a clock that was ahead. */
    public void shortenThoseAhead(Instant latest) {
        jdbc.sql("update identity.email_proof set expires_at = :latest where expires_at > :latest")
                .param("latest", Columns.utc(latest))
                .update();
    }
}
