package network.fanz.security.identity.registration;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.platform.postgres.Columns;
import network.fanz.security.identity.PendingInvitation;
import network.fanz.security.identity.accounts.OpenLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that were mailed: for e-mail addresses and for invitations. Each can be used once, and only its hash is stored. */
@Component
public final class MailedLinkStore {
    /** What has caused a link that the signed-in account asked for itself. */
    static final String OWNER = "owner";

    private static final int LIST_MAX = 200;

    /** What an invitation must be to be good: the program's own, or sent by somebody who could still send it. */
    private static final String INVITER_STAYS = """
            (i.made_by is null or exists (
              select from identity.account m join identity.role_grant g on g.account_id = m.id
              where m.id = i.made_by and m.state = 'ACTIVE' and g.role = 'ADMINISTRATOR'))
            """;

    private final JdbcClient jdbc;

    MailedLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param causedFrom the network whose request caused the letter, or {@link #OWNER} */
    void addEmailLink(byte[] tokenHash, AccountId account, String causedFrom, Instant at, Instant until) {
        jdbc.sql("""
                        insert into identity.email_proof (token_hash, account_id, caused_from, made_at, expires_at)
                        values (:hash, :account, :from, :at, :until)
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
     * proves whose account it is.
     */
    boolean takeEmailLink(byte[] tokenHash, AccountId account, Instant now) {
        return jdbc.sql("""
                                delete from identity.email_proof p
                                using identity.account opened, identity.account own
                                where p.token_hash = :hash and p.expires_at > :now and opened.id = p.account_id
                                  and own.id = :account and own.email_lookup = opened.email_lookup
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
                        select p.account_id, own.email_lookup = opened.email_lookup as own
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
    public void shortenThoseAhead(Instant latestEmailEnd, Instant latestInvitationEnd) {
        jdbc.sql("update identity.email_proof set expires_at = :latest where expires_at > :latest")
                .param("latest", Columns.utc(latestEmailEnd))
                .update();
        jdbc.sql("update identity.invitation set expires_at = :latest where expires_at > :latest and used_at is null")
                .param("latest", Columns.utc(latestInvitationEnd))
                .update();
    }

    public void addInvitation(
            UUID id,
            byte[] tokenHash,
            Role role,
            @Nullable AccountId by,
            byte @Nullable [] emailLookup,
            Instant at,
            Instant until) {
        jdbc.sql("""
                        insert into identity.invitation (id, token_hash, role, made_by, email_lookup, made_at, expires_at)
                        values (:id, :hash, :role, :by, :lookup, :at, :until)
                        """)
                .param("id", id)
                .param("hash", tokenHash)
                .param("role", role.name())
                .param("by", by == null ? null : by.value(), Types.OTHER)
                .param("lookup", emailLookup, Types.BINARY)
                .param("at", Columns.utc(at))
                .param("until", Columns.utc(until))
                .update();
    }

    /** @param by who has invited; null for the program itself */
    record TakenInvitation(Role role, @Nullable AccountId by) {}

    /** Of two concurrent requests with the same token, one gets the role; only for the address that was invited. */
    Optional<TakenInvitation> takeInvitation(byte[] tokenHash, AccountId by, Instant now) {
        return jdbc.sql("""
                        update identity.invitation i set used_at = :now, used_by = :by
                        where token_hash = :hash and used_at is null and expires_at > :now
                          and (i.email_lookup is null
                            or i.email_lookup = (select a.email_lookup from identity.account a where a.id = :by))
                          and\s""" + INVITER_STAYS + "returning role, made_by")
                .param("hash", tokenHash)
                .param("by", by.value())
                .param("now", Columns.utc(now))
                .query((row, number) -> {
                    UUID maker = row.getObject("made_by", UUID.class);
                    return new TakenInvitation(
                            Role.valueOf(row.getString("role")), maker == null ? null : new AccountId(maker));
                })
                .optional();
    }

    /**
     * An invitation that is still good.
     *
     * @param emailLookup the look-up hash of the address that is invited; null if it is for whoever holds it
     */
    record OpenInvitation(byte @Nullable [] emailLookup) {}

    Optional<OpenInvitation> openInvitation(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                        select email_lookup from identity.invitation i
                        where token_hash = :hash and used_at is null and expires_at > :now and\s""" + INVITER_STAYS)
                .param("hash", tokenHash)
                .param("now", Columns.utc(now))
                .query((row, number) -> new OpenInvitation(row.getBytes("email_lookup")))
                .optional();
    }

    /** Those that can still be accepted, the newest first. */
    public List<PendingInvitation> pendingInvitations(Instant now) {
        return jdbc.sql("""
                        select id, role, made_by, made_at, expires_at from identity.invitation i
                        where used_at is null and expires_at > :now and\s""" + INVITER_STAYS + "order by made_at desc, id limit :most")
                .param("now", Columns.utc(now))
                .param("most", LIST_MAX)
                .query((row, number) -> {
                    UUID by = row.getObject("made_by", UUID.class);
                    return new PendingInvitation(
                            row.getObject("id", UUID.class),
                            Role.valueOf(row.getString("role")),
                            by == null ? null : new AccountId(by),
                            Columns.instant(row, "made_at"),
                            Columns.instant(row, "expires_at"));
                })
                .list();
    }

    /** False if it was used, has ended, or never was. */
    public boolean endInvitation(UUID id, Instant now) {
        return jdbc.sql("""
                                update identity.invitation set expires_at = :now
                                where id = :id and used_at is null and expires_at > :now
                                """).param("id", id).param("now", Columns.utc(now)).update() == 1;
    }

    /** Ends the open invitations that somebody has sent, and says which. */
    public List<UUID> endInvitationsOf(AccountId inviter, Instant now) {
        return jdbc.sql("""
                        update identity.invitation set expires_at = :now
                        where made_by = :inviter and used_at is null and expires_at > :now returning id
                        """)
                .param("inviter", inviter.value())
                .param("now", Columns.utc(now))
                .query(UUID.class)
                .list();
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
