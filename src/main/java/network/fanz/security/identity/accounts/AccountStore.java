package network.fanz.security.identity.accounts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Language;
import network.fanz.common.Role;
import network.fanz.platform.postgres.Columns;
import network.fanz.security.identity.AccountState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads accounts. */
@Component
public final class AccountStore {
    private static final String COLUMNS = """
            select a.id, a.state, a.email, a.name, a.country, a.language, a.email_verified_at, a.factor_set_up, a.registered_at,
              (select array_agg(r.role) from identity.role_grant r where r.account_id = a.id) as roles
            from identity.account a
            """;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account as it is stored, its personal data sealed. */
    public record AccountRow(
            AccountId id,
            AccountState state,
            byte @Nullable [] email,
            byte @Nullable [] name,
            String country,
            Language language,
            @Nullable Instant emailVerifiedAt,
            boolean factorSetUp,
            Instant registeredAt,
            Set<Role> roles) {}

    public Optional<AccountRow> find(AccountId id) {
        return jdbc.sql(COLUMNS + "where a.id = :id")
                .param("id", id.value())
                .query(AccountStore::row)
                .optional();
    }

    public List<AccountRow> findAll(Collection<AccountId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(COLUMNS + "where a.id = any(:ids)")
                .param("ids", ids.stream().map(AccountId::value).toArray(UUID[]::new), Types.ARRAY)
                .query(AccountStore::row)
                .list();
    }

    /** Newest first. */
    public List<AccountRow> list(@Nullable Role role, @Nullable AccountCursor after, int limit) {
        return jdbc.sql(COLUMNS + """
                        where (cast(:role as text) is null
                            or exists (select from identity.role_grant r where r.account_id = a.id and r.role = :role))
                          and (cast(:at as timestamptz) is null or (a.registered_at, a.id) < (:at, :id))
                        order by a.registered_at desc, a.id desc
                        limit :limit
                        """)
                .param("role", role == null ? null : role.name(), Types.VARCHAR)
                .param("at", after == null ? null : Columns.utc(after.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? null : after.id(), Types.OTHER)
                .param("limit", limit)
                .query(AccountStore::row)
                .list();
    }

    /** The confirmed account of the address first, then accounts that have been used, then the oldest. */
    public List<AccountRow> findByEmail(List<byte[]> lookups) {
        return jdbc.sql(COLUMNS + """
                        where a.email_lookup in (:lookups)
                        order by a.email_verified_at is null, a.signed_in_at is null, a.registered_at, a.id
                        limit 20
                        """)
                .param("lookups", lookups)
                .query(AccountStore::row)
                .list();
    }

    /** Accounts of a public name, newest first: names are not unique. */
    List<AccountRow> findByName(byte[] lookup, int limit) {
        return jdbc.sql(COLUMNS + """
                        where a.name_lookup = :lookup and length(a.name_lookup) > 0
                        order by a.registered_at desc, a.id desc
                        limit :limit
                        """)
                .param("lookup", lookup)
                .param("limit", limit)
                .query(AccountStore::row)
                .list();
    }

    /** Active creators with a second factor, newest first. */
    public List<AccountRow> creators(@Nullable AccountCursor after, int limit) {
        return jdbc.sql(COLUMNS + """
                        where a.state = 'ACTIVE' and a.factor_set_up
                          and exists (select from identity.role_grant r where r.account_id = a.id and r.role = 'CREATOR')
                          and (cast(:at as timestamptz) is null or (a.registered_at, a.id) < (:at, :id))
                        order by a.registered_at desc, a.id desc
                        limit :limit
                        """)
                .param("at", after == null ? null : Columns.utc(after.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? null : after.id(), Types.OTHER)
                .param("limit", limit)
                .query(AccountStore::row)
                .list();
    }

    /** Where the next page of a list begins. */
    public record AccountCursor(Instant at, UUID id) {}

    private static AccountRow row(ResultSet row, int number) throws SQLException {
        return new AccountRow(
                new AccountId(row.getObject("id", UUID.class)),
                AccountState.valueOf(row.getString("state")),
                row.getBytes("email"),
                row.getBytes("name"),
                row.getString("country"),
                language(row),
                Columns.instantOrNull(row, "email_verified_at"),
                row.getBoolean("factor_set_up"),
                Columns.instant(row, "registered_at"),
                roles(row.getArray("roles")));
    }

    /** The language in the row's column of that name. */
    public static Language language(ResultSet row) throws SQLException {
        return Objects.requireNonNull(Language.tagged(row.getString("language")));
    }

    private static Set<Role> roles(@Nullable Array names) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (names != null) {
            Arrays.stream((String[]) names.getArray()).map(Role::valueOf).forEach(roles::add);
        }
        return roles;
    }
}
