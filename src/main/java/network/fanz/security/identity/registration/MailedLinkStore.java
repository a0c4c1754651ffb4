package network.fanz.security.identity.registration;

import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that were mailed: for e-mail addresses and for invitations. Each can be used once, and only its hash is stored. */
@Component
public final class MailedLinkStore {
    private final JdbcClient jdbc;

    MailedLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addEmailLink(byte[] tokenHash, AccountId account, Instant at, Instant until) {
        jdbc.sql("""
                        insert into identity.email_proof (token_hash, account_id, made_at, expires_at)
                        values (:hash, :account, :at, :until)
                        """)
                .param("hash", tokenHash)
                .param("account", account.value())
                .param("at", Columns.utc(at))
                .param("until", Columns.utc(until))
                .update();
    }

    /** How many links to an address are open, over all accounts that were opened with it. */
    int countOpenEmailLinks(byte[] emailLookup, Instant now) {
        return jdbc.sql("""
                        select count(*) from identity.email_proof p join identity.account a on a.id = p.account_id
                        where a.email_lookup = :lookup and p.expires_at > :now
                        """)
                .param("lookup", emailLookup)
                .param("now", Columns.utc(now))
                .query(Integer.class)
                .single();
    }

    boolean takeEmailLink(byte[] tokenHash, AccountId account, Instant now) {
        return jdbc.sql("""
                                delete from identity.email_proof
                                where token_hash = :hash and account_id = :account and expires_at > :now
                                """)
                        .param("hash", tokenHash)
                        .param("account", account.value())
                        .param("now", Columns.utc(now))
                        .update()
                == 1;
    }

    public int deleteExpired(Instant now) {
        return jdbc.sql("delete from identity.email_proof where expires_at < :now")
                .param("now", Columns.utc(now))
                .update();
    }

    /** Shortens the lives of links that were made under a clock that was ahead. */
    public void shortenThoseAhead(Instant latestEmailEnd, Instant latestInvitationEnd) {
        jdbc.sql("update identity.email_proof set expires_at = :latest where expires_at > :latest")
                .param("latest", Columns.utc(latestEmailEnd))
                .update();
        jdbc.sql("update identity.invitation set expires_at = :latest where expires_at > :latest and used_at is null")
                .param("latest", Columns.utc(latestInvitationEnd))
                .update();
    }

    public void addInvitation(UUID id, byte[] tokenHash, Role role, @Nullable AccountId by, Instant at, Instant until) {
        jdbc.sql("""
                        insert into identity.invitation (id, token_hash, role, made_by, made_at, expires_at)
                        values (:id, :hash, :role, :by, :at, :until)
                        """)
                .param("id", id)
                .param("hash", tokenHash)
                .param("role", role.name())
                .param("by", by == null ? null : by.value(), Types.OTHER)
                .param("at", Columns.utc(at))
                .param("until", Columns.utc(until))
                .update();
    }

    /** Of two concurrent requests with the same token, one gets the role. */
    Optional<Role> takeInvitation(byte[] tokenHash, AccountId by, Instant now) {
        return jdbc.sql("""
                        update identity.invitation set used_at = :now, used_by = :by
                        where token_hash = :hash and used_at is null and expires_at > :now
                        returning role
                        """)
                .param("hash", tokenHash)
                .param("by", by.value())
                .param("now", Columns.utc(now))
                .query((row, number) -> Role.valueOf(row.getString("role")))
                .optional();
    }

    boolean isInvitationOpen(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                        select exists (select from identity.invitation
                          where token_hash = :hash and used_at is null and expires_at > :now)
                        """)
                .param("hash", tokenHash)
                .param("now", Columns.utc(now))
                .query(Boolean.class)
                .single();
    }

    public void endInvitation(byte[] tokenHash, Instant now) {
        jdbc.sql("update identity.invitation set expires_at = :now where token_hash = :hash and used_at is null")
                .param("hash", tokenHash)
                .param("now", Columns.utc(now))
                .update();
    }

    /** Invalidates the program's own unused invitations. */
    void endOwnInvitations(Instant now) {
        jdbc.sql("""
                        update identity.invitation set expires_at = :now
                        where made_by is null and used_at is null and expires_at > :now
                        """).param("now", Columns.utc(now)).update();
    }
}
