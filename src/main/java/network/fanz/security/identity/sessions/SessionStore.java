package network.fanz.security.identity.sessions;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of sessions. */
final class SessionStore {
    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row as it is stored: expiry is judged by the caller. */
    record SessionRow(
            UUID id,
            Instant createdAt,
            Instant seenAt,
            Instant expiresAt,
            @Nullable UUID account,
            Set<Factor> factors,
            @Nullable Instant signedInAt,
            @Nullable Instant freshAt,
            @Nullable UUID singleSignOn,
            @Nullable String platform,
            byte @Nullable [] device,
            byte @Nullable [] attributes,
            boolean active,
            Set<Role> roles,
            boolean factorSetUp,
            int termsOwed) {
        SessionAccount sessionAccount() {
            return new SessionAccount(roles, factorSetUp, termsOwed);
        }
    }

    private static final String COLUMNS = """
            select s.*, a.state = 'ACTIVE' as active,
              (select array_agg(r.role) from identity.role_grant r where r.account_id = s.account_id) as roles,
              a.factor_set_up,
              (select max(t.number) from identity.terms t where t.effective_at <= :now) as terms_in_force,
              (select max(y.number) from identity.terms_acceptance y where y.account_id = s.account_id) as terms_accepted
            from identity.session s left join identity.account a on a.id = s.account_id
            """;

    Optional<SessionRow> find(byte[] tokenHash, Instant now) {
        return jdbc.sql(COLUMNS + "where s.token_hash = :hash")
                .param("now", Columns.utc(now))
                .param("hash", tokenHash)
                .query(SessionStore::row)
                .optional();
    }

    Optional<SessionRow> findById(UUID id, Instant now) {
        return jdbc.sql(COLUMNS + "where s.id = :id")
                .param("now", Columns.utc(now))
                .param("id", id)
                .query(SessionStore::row)
                .optional();
    }

    boolean setToken(UUID id, byte[] tokenHash) {
        return jdbc.sql("update identity.session set token_hash = :hash where id = :id")
                        .param("hash", tokenHash)
                        .param("id", id)
                        .update()
                == 1;
    }

    void insert(SessionRow row, byte[] tokenHash) {
        jdbc.sql("""
                        insert into identity.session (id, token_hash, account_id, factors, created_at, last_seen_at,
                          signed_in_at, fresh_at, expires_at, single_sign_on, platform, device, attributes)
                        values (:id, :hash, :account, :factors, :created, :seen, :signedIn, :fresh, :expires, :sso, :platform,
                          :device, :attributes)
                        """)
                .param("hash", tokenHash)
                .param("created", Columns.utc(row.createdAt()))
                .params(columns(row))
                .update();
    }

    /** Writes what changed; a session that was revoked meanwhile stays revoked. */
    boolean update(SessionRow row, byte[] tokenHash, boolean attributesToo) {
        int changed = jdbc.sql("""
                        update identity.session
                        set token_hash = :hash, account_id = :account, factors = :factors, last_seen_at = :seen,
                          signed_in_at = :signedIn, fresh_at = :fresh, expires_at = :expires, single_sign_on = :sso,
                          platform = :platform, device = coalesce(:device, device),
                          attributes = case when :attributesToo then :attributes else attributes end
                        where id = :id
                        """)
                .param("hash", tokenHash)
                .param("attributesToo", attributesToo)
                .params(columns(row))
                .update();
        return changed == 1;
    }

    void updateAttributes(UUID id, byte[] attributes, Instant seenAt) {
        jdbc.sql("update identity.session set attributes = :attributes, last_seen_at = :seen where id = :id")
                .param("attributes", attributes)
                .param("seen", Columns.utc(seenAt))
                .param("id", id)
                .update();
    }

    /**
     * Takes the times of a session back to now that was made or seen under a clock that was ahead: idle time and life count from now, so that
     * it lasts no longer than it may. It is fresh only after a new proof.
     */
    void bringBack(UUID id, Instant now, Instant expiresAt) {
        jdbc.sql("""
                        update identity.session set
                          created_at = least(created_at, :now), last_seen_at = least(last_seen_at, :now),
                          signed_in_at = least(signed_in_at, :now), expires_at = least(expires_at, :end),
                          fresh_at = case when fresh_at > :now then :epoch else fresh_at end
                        where id = :id
                        """)
                .param("now", Columns.utc(now))
                .param("end", Columns.utc(expiresAt))
                .param("epoch", Columns.utc(Instant.EPOCH))
                .param("id", id)
                .update();
    }

    /** The commit need not reach the disk by itself: a lost update only makes the session look idle a moment longer. */
    void touch(UUID id, Instant seenAt) {
        jdbc.sql("""
                        with relaxed as materialized (select set_config('synchronous_commit', 'off', true))
                        update identity.session set last_seen_at = :seen from relaxed
                        where id = :id and last_seen_at < :seen
                        """).param("seen", Columns.utc(seenAt)).param("id", id).update();
    }

    void delete(byte[] tokenHash) {
        jdbc.sql("delete from identity.session where token_hash = :hash")
                .param("hash", tokenHash)
                .update();
    }

    List<SessionRow> ofAccount(AccountId account, Instant now) {
        return jdbc.sql(COLUMNS + """
                        where s.account_id = :account
                        order by s.last_seen_at desc, s.id desc
                        limit 200
                        """)
                .param("now", Columns.utc(now))
                .param("account", account.value())
                .query(SessionStore::row)
                .list();
    }

    Optional<UUID> singleSignOn(AccountId account, UUID id) {
        return jdbc.sql("select single_sign_on from identity.session where id = :id and account_id = :account")
                .param("id", id)
                .param("account", account.value())
                .query(UUID.class)
                .optional();
    }

    boolean hasSingleSignOn(UUID singleSignOn) {
        return jdbc.sql("select exists (select from identity.session where single_sign_on = :sso)")
                .param("sso", singleSignOn)
                .query(Boolean.class)
                .single();
    }

    int deleteSingleSignOn(UUID singleSignOn) {
        return jdbc.sql("delete from identity.session where single_sign_on = :sso")
                .param("sso", singleSignOn)
                .update();
    }

    int deleteAll(AccountId account, @Nullable UUID exceptSingleSignOn) {
        return jdbc.sql("""
                        delete from identity.session
                        where account_id = :account and single_sign_on is distinct from :except
                        """)
                .param("account", account.value())
                .param("except", exceptSingleSignOn, Types.OTHER)
                .update();
    }

    int deleteExpired(Instant now, Instant seenBefore, Instant visitorsSeenBefore) {
        return jdbc.sql("""
                        delete from identity.session
                        where expires_at < :now or last_seen_at < :seen or (account_id is null and last_seen_at < :visitors)
                        """)
                .param("now", Columns.utc(now))
                .param("seen", Columns.utc(seenBefore))
                .param("visitors", Columns.utc(visitorsSeenBefore))
                .update();
    }

    private static Map<String, @Nullable Object> columns(SessionRow row) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", row.id());
        columns.put("account", new SqlParameterValue(Types.OTHER, row.account()));
        columns.put("factors", Factor.text(row.factors()));
        columns.put("seen", Columns.utc(row.seenAt()));
        columns.put("signedIn", timestamp(row.signedInAt()));
        columns.put("fresh", timestamp(row.freshAt()));
        columns.put("expires", Columns.utc(row.expiresAt()));
        columns.put("sso", new SqlParameterValue(Types.OTHER, row.singleSignOn()));
        columns.put("platform", new SqlParameterValue(Types.VARCHAR, row.platform()));
        columns.put("device", new SqlParameterValue(Types.BINARY, row.device()));
        columns.put("attributes", new SqlParameterValue(Types.BINARY, row.attributes()));
        return columns;
    }

    private static Object timestamp(@Nullable Instant instant) {
        return new SqlParameterValue(Types.TIMESTAMP_WITH_TIMEZONE, instant == null ? null : Columns.utc(instant));
    }

    private static SessionRow row(ResultSet row, int number) throws SQLException {
        return new SessionRow(
                row.getObject("id", UUID.class),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "last_seen_at"),
                Columns.instant(row, "expires_at"),
                row.getObject("account_id", UUID.class),
                Factor.parse(row.getString("factors")),
                Columns.instantOrNull(row, "signed_in_at"),
                Columns.instantOrNull(row, "fresh_at"),
                row.getObject("single_sign_on", UUID.class),
                row.getString("platform"),
                row.getBytes("device"),
                row.getBytes("attributes"),
                row.getBoolean("active"),
                roles(row.getArray("roles")),
                row.getBoolean("factor_set_up"),
                termsOwed(row.getInt("terms_in_force"), row.getInt("terms_accepted")));
    }

    /** Both are 0 where there is none. Whoever has accepted a newer version than a node's clock lets into force owes nothing there. */
    private static int termsOwed(int inForce, int accepted) {
        return inForce > accepted ? inForce : 0;
    }

    private static Set<Role> roles(@Nullable Array names) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (names != null) {
            Arrays.stream((String[]) names.getArray()).map(Role::valueOf).forEach(roles::add);
        }
        return roles;
    }
}
