package network.fanz.security.identity.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations to the staff, and their letters. Each can be used once, and of what opens it only hashes are stored. */
@Component
public final class InvitationStore {
    private static final int LIST_MAX = 200;

    /** What an invitation must be to be good: the program's own, or sent by somebody who could still send it. */
    private static final String INVITER_STAYS = """
            (i.made_by is null or exists (
              select from identity.account m join identity.role_grant g on g.account_id = m.id
              where m.id = i.made_by and m.state = 'ACTIVE' and g.role = 'ADMINISTRATOR'))
            """;

    private static final String OPEN = "i.used_at is null and i.expires_at > :now and " + INVITER_STAYS;

    private static final String COLUMNS = """
            i.id, i.role, i.made_by, i.email_lookup, i.email, i.made_at, i.expires_at, i.withdrawn_at, i.used_by,
              (select max(l.sent_at) from identity.invitation_letter l where l.invitation_id = i.id) as sent_at
            """;

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An invitation as it is stored.
     *
     * @param by who has invited; null for the program itself
     * @param emailLookup the look-up hash of the address that is invited; null if it is for whoever holds it
     * @param email the address, sealed; null where there is none, in an older one, and in one that has ended
     * @param sentAt when its latest letter was written
     */
    public record InvitationRow(
            UUID id,
            Role role,
            @Nullable AccountId by,
            byte @Nullable [] emailLookup,
            byte @Nullable [] email,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant withdrawnAt,
            @Nullable AccountId usedBy,
            @Nullable Instant sentAt) {
        /** One that nobody has used yet. */
        public static InvitationRow of(UUID id, Role role, @Nullable AccountId by, Instant at, Instant until) {
            return new InvitationRow(id, role, by, null, null, at, until, null, null, null);
        }

        /** The same, for one address alone. */
        public InvitationRow to(byte[] lookup, byte[] sealed) {
            return new InvitationRow(id, role, by, lookup, sealed, madeAt, expiresAt, withdrawnAt, usedBy, sentAt);
        }
    }

    /** False if there is one of this id. */
    public boolean add(InvitationRow row, byte[] tokenHash) {
        AccountId by = row.by();
        return jdbc.sql("""
                        insert into identity.invitation (id, token_hash, role, made_by, email_lookup, email, made_at, expires_at)
                        values (:id, :hash, :role, :by, :lookup, :email, :at, :until) on conflict (id) do nothing
                        """)
                        .param("id", row.id())
                        .param("hash", tokenHash)
                        .param("role", row.role().name())
                        .param("by", by == null ? null : by.value(), Types.OTHER)
                        .param("lookup", row.emailLookup(), Types.BINARY)
                        .param("email", row.email(), Types.BINARY)
                        .param("at", Columns.utc(row.madeAt()))
                        .param("until", Columns.utc(row.expiresAt()))
                        .update()
                == 1;
    }

    /** Of a locked invitation: the link that was told before is good no longer; those of its letters are. */
    public void relink(UUID id, byte[] tokenHash) {
        jdbc.sql("update identity.invitation set token_hash = :hash where id = :id")
                .param("hash", tokenHash)
                .param("id", id)
                .update();
    }

    public void addLetter(byte[] tokenHash, UUID invitation, Instant at) {
        jdbc.sql("insert into identity.invitation_letter (token_hash, invitation_id, sent_at) values (:hash, :id, :at)")
                .param("hash", tokenHash)
                .param("id", invitation)
                .param("at", Columns.utc(at))
                .update();
    }

    public int letters(UUID invitation) {
        return jdbc.sql("select count(*) from identity.invitation_letter where invitation_id = :id")
                .param("id", invitation)
                .query(Integer.class)
                .single();
    }

    /**
     * What a token belongs to, whatever has become of it.
     *
     * @param fromLetter whether the token stood in a letter alone, so that whoever has it reads the mailbox
     * @param inviterStays whether whoever has invited could still do so
     */
    record FoundInvitation(InvitationRow row, boolean fromLetter, boolean inviterStays) {}

    Optional<FoundInvitation> find(byte[] tokenHash) {
        return jdbc.sql("select " + COLUMNS + ", i.token_hash <> :hash as from_letter, " + INVITER_STAYS + """
                         as inviter_stays
                        from identity.invitation i
                        where i.token_hash = :hash
                          or i.id = (select l.invitation_id from identity.invitation_letter l where l.token_hash = :hash)
                        """)
                .param("hash", tokenHash)
                .query((row, number) -> new FoundInvitation(
                        row(row, number), row.getBoolean("from_letter"), row.getBoolean("inviter_stays")))
                .optional();
    }

    /** Until the transaction ends nobody else uses, ends or renews it. */
    public Optional<InvitationRow> lockOpen(UUID id, Instant now) {
        return jdbc.sql("select " + COLUMNS + "from identity.invitation i where i.id = :id and " + OPEN
                        + "for update of i")
                .param("id", id)
                .param("now", Columns.utc(now))
                .query(InvitationStore::row)
                .optional();
    }

    /** Of two concurrent requests one gets the role. The address is not needed any more. */
    boolean take(UUID id, AccountId by, Instant now) {
        return jdbc.sql("""
                                update identity.invitation i set used_at = :now, used_by = :by, email = null
                                where i.id = :id and exists (
                                    select from identity.account a where a.id = :by and a.state = 'ACTIVE') and\s""" + OPEN)
                        .param("id", id)
                        .param("by", by.value())
                        .param("now", Columns.utc(now))
                        .update()
                == 1;
    }

    /** Whether the account has the address of one of these look-up hashes. */
    boolean hasAddress(AccountId account, List<byte[]> lookups) {
        return jdbc.sql("select exists (select from identity.account where id = :id and email_lookup in (:lookups))")
                .param("id", account.value())
                .param("lookups", lookups)
                .query(Boolean.class)
                .single();
    }

    /** Those that can still be accepted, the newest first. */
    public List<InvitationRow> pending(Instant now) {
        return jdbc.sql("select " + COLUMNS + "from identity.invitation i where " + OPEN
                        + "order by i.made_at desc, i.id limit :most")
                .param("now", Columns.utc(now))
                .param("most", LIST_MAX)
                .query(InvitationStore::row)
                .list();
    }

    public void renew(UUID id, Instant until) {
        jdbc.sql("update identity.invitation set expires_at = :until where id = :id and used_at is null")
                .param("id", id)
                .param("until", Columns.utc(until))
                .update();
    }

    /** False if it was used, has ended, or never was. */
    public boolean end(UUID id, Instant now) {
        return jdbc.sql("""
                                update identity.invitation set expires_at = :now, withdrawn_at = :now, email = null
                                where id = :id and used_at is null and expires_at > :now
                                """).param("id", id).param("now", Columns.utc(now)).update() == 1;
    }

    /** Ends the open invitations that somebody has sent, and says which. */
    public List<UUID> endAllOf(AccountId inviter, Instant now) {
        return jdbc.sql("""
                        update identity.invitation set expires_at = :now, withdrawn_at = :now, email = null
                        where made_by = :inviter and used_at is null and expires_at > :now returning id
                        """)
                .param("inviter", inviter.value())
                .param("now", Columns.utc(now))
                .query(UUID.class)
                .list();
    }

    public void end(byte[] tokenHash, Instant now) {
        jdbc.sql("""
                        update identity.invitation set expires_at = :now, withdrawn_at = :now, email = null
                        where token_hash = :hash and used_at is null
                        """).param("hash", tokenHash).param("now", Columns.utc(now)).update();
    }

    /** Invalidates the program's own unused invitations. */
    void endOwn(Instant now) {
        jdbc.sql("""
                        update identity.invitation set expires_at = :now, withdrawn_at = :now
                        where made_by is null and used_at is null and expires_at > :now
                        """).param("now", Columns.utc(now)).update();
    }

    /** Shortens the lives of invitations that were made under a clock that was ahead. */
    public void shortenThoseAhead(Instant latest) {
        jdbc.sql("update identity.invitation set expires_at = :latest where expires_at > :latest and used_at is null")
                .param("latest", Columns.utc(latest))
                .update();
    }

    /** Forgets whom an invitation was for, once its time is over. */
    public void forgetEnded(Instant now) {
        jdbc.sql("update identity.invitation set email = null where email is not null and expires_at < :now")
                .param("now", Columns.utc(now))
                .update();
    }

    private static InvitationRow row(ResultSet row, int number) throws SQLException {
        return new InvitationRow(
                row.getObject("id", UUID.class),
                Role.valueOf(row.getString("role")),
                account(row.getObject("made_by", UUID.class)),
                row.getBytes("email_lookup"),
                row.getBytes("email"),
                Columns.instant(row, "made_at"),
                Columns.instant(row, "expires_at"),
                Columns.instantOrNull(row, "withdrawn_at"),
                account(row.getObject("used_by", UUID.class)),
                Columns.instantOrNull(row, "sent_at"));
    }

    private static @Nullable AccountId account(@Nullable UUID id) {
        return id == null ? null : new AccountId(id);
    }
}
