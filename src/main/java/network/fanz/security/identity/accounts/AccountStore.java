package network.fanz.security.identity.accounts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.security.identity.AccountState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts, their roles and the places they sign in from. */
@Component
public final class AccountStore {
    /** So many accounts may stand on an address without having confirmed it. */
    public static final int UNCONFIRMED_MAX = 50;

    private static final String COLUMNS = """
            select a.id, a.state, a.email, a.name, a.country, a.email_verified_at, a.factor_set_up, a.registered_at,
              (select array_agg(r.role) from identity.role_grant r where r.account_id = a.id) as roles
            from identity.account a
            """;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account as it is stored, its personal data sealed. */
    public record Row(
            AccountId id,
            AccountState state,
            byte @Nullable [] email,
            byte @Nullable [] name,
            String country,
            @Nullable Instant emailVerifiedAt,
            boolean factorSetUp,
            Instant registeredAt,
            Set<Role> roles) {}

    /** What somebody who gives an address and a password may turn out to be. */
    public record Candidate(
            AccountId id, AccountState state, byte @Nullable [] passwordHash, boolean verified, boolean knownHere) {}

    public record NewRow(
            AccountId id,
            byte[] emailLookup,
            byte[] email,
            byte[] name,
            byte[] dateOfBirth,
            String country,
            byte[] passwordHash,
            int passwordScheme,
            int policyVersion,
            Instant at) {}

    /** False if it is there already. */
    public boolean add(NewRow row) {
        return jdbc.sql("""
                                insert into identity.account (id, state, email_lookup, email, name, date_of_birth, country,
                                  password_hash, password_scheme, policy_version, registered_at)
                                values (:id, 'ACTIVE', :lookup, :email, :name, :born, :country, :hash, :scheme, :policy, :at)
                                on conflict (id) do nothing
                                """)
                        .param("id", row.id().value())
                        .param("lookup", row.emailLookup())
                        .param("email", row.email())
                        .param("name", row.name())
                        .param("born", row.dateOfBirth())
                        .param("country", row.country())
                        .param("hash", row.passwordHash())
                        .param("scheme", row.passwordScheme())
                        .param("policy", row.policyVersion())
                        .param("at", at(row.at()))
                        .update()
                == 1;
    }

    public Optional<Row> find(AccountId id) {
        return jdbc.sql(COLUMNS + "where a.id = :id")
                .param("id", id.value())
                .query(AccountStore::row)
                .optional();
    }

    public List<Row> all(Collection<AccountId> ids) {
        return jdbc.sql(COLUMNS + "where a.id in (:ids)")
                .param("ids", ids.stream().map(AccountId::value).toList())
                .query(AccountStore::row)
                .list();
    }

    /** Newest first. */
    public List<Row> list(@Nullable Role role, @Nullable Cursor after, int limit) {
        return jdbc.sql(COLUMNS + """
                        where (cast(:role as text) is null
                            or exists (select from identity.role_grant r where r.account_id = a.id and r.role = :role))
                          and (cast(:at as timestamptz) is null or (a.registered_at, a.id) < (:at, :id))
                        order by a.registered_at desc, a.id desc
                        limit :limit
                        """)
                .param("role", role == null ? null : role.name(), Types.VARCHAR)
                .param("at", after == null ? null : at(after.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? null : after.id(), Types.OTHER)
                .param("limit", limit)
                .query(AccountStore::row)
                .list();
    }

    /** The confirmed account of the address first, then those that have been used, then the newest. */
    public List<Row> byEmail(byte[] lookup) {
        return jdbc.sql(COLUMNS + """
                        where a.email_lookup = :lookup
                        order by a.email_verified_at is null, a.signed_in_at is null, a.registered_at desc
                        limit 20
                        """)
                .param("lookup", lookup)
                .query(AccountStore::row)
                .list();
    }

    /** Active creators with a second factor, newest first. */
    public List<Row> creators(@Nullable Cursor after, int limit) {
        return jdbc.sql(COLUMNS + """
                        where a.state = 'ACTIVE' and a.factor_set_up
                          and exists (select from identity.role_grant r where r.account_id = a.id and r.role = 'CREATOR')
                          and (cast(:at as timestamptz) is null or (a.registered_at, a.id) < (:at, :id))
                        order by a.registered_at desc, a.id desc
                        limit :limit
                        """)
                .param("at", after == null ? null : at(after.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? null : after.id(), Types.OTHER)
                .param("limit", limit)
                .query(AccountStore::row)
                .list();
    }

    /** The confirmed account of the address first. All are looked at: there are never more than {@link #UNCONFIRMED_MAX} others. */
    public List<Candidate> candidates(byte[] lookup, String addressHash) {
        return jdbc.sql("""
                        select a.id, a.state, a.password_hash, a.email_verified_at is not null as verified,
                          exists (select from identity.known_address k
                            where k.account_id = a.id and k.address_hash = :address) as known_here
                        from identity.account a
                        where a.email_lookup = :lookup
                        order by a.email_verified_at is null, a.signed_in_at is null, a.registered_at desc
                        limit 100
                        """)
                .param("lookup", lookup)
                .param("address", addressHash)
                .query((row, number) -> new Candidate(
                        new AccountId(row.getObject("id", UUID.class)),
                        AccountState.valueOf(row.getString("state")),
                        row.getBytes("password_hash"),
                        row.getBoolean("verified"),
                        row.getBoolean("known_here")))
                .list();
    }

    /** Whether this is an open account's password still; waits for whoever is changing it just now. */
    public boolean stillHas(AccountId id, byte[] passwordHash) {
        return jdbc.sql("""
                        select password_hash = :hash and state = 'ACTIVE' from identity.account where id = :id for share
                        """)
                .param("hash", passwordHash)
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Failures in a row, this one included; of no account it is the first, and takes as long to count. */
    public int countFailure(@Nullable AccountId id) {
        return jdbc.sql("update identity.account set failures = failures + 1 where id = :id returning failures")
                .param("id", id == null ? null : id.value(), Types.OTHER)
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    /** Wrong codes in a row, this one included. */
    public void countFactorFailure(AccountId id) {
        jdbc.sql("update identity.account set factor_failures = factor_failures + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    public int factorFailures(AccountId id) {
        return jdbc.sql("select factor_failures from identity.account where id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** The account has signed in with all that it needs. */
    public void signedIn(AccountId id, Instant at) {
        jdbc.sql("update identity.account set failures = 0, factor_failures = 0, signed_in_at = :at where id = :id")
                .param("id", id.value())
                .param("at", at(at))
                .update();
    }

    /** How many accounts stand on an address without having confirmed it, and the oldest of them that nobody ever signed in to. */
    public record Crowd(int size, @Nullable AccountId unused) {}

    /** @param but counted, but never the one named */
    public Crowd crowd(byte[] lookup, AccountId but) {
        return jdbc.sql("""
                        select count(*) as size,
                          (array_agg(id order by registered_at) filter (where signed_in_at is null and id <> :but))[1] as unused
                        from identity.account
                        where email_lookup = :lookup and email_verified_at is null
                        """)
                .param("lookup", lookup)
                .param("but", but.value())
                .query((row, number) -> {
                    UUID unused = row.getObject("unused", UUID.class);
                    return new Crowd(row.getInt("size"), unused == null ? null : new AccountId(unused));
                })
                .single();
    }

    public void knowAddress(AccountId id, String addressHash, Instant at) {
        jdbc.sql("""
                        insert into identity.known_address (account_id, address_hash, last_at) values (:id, :address, :at)
                        on conflict (account_id, address_hash) do update set last_at = excluded.last_at
                        """)
                .param("id", id.value())
                .param("address", addressHash)
                .param("at", at(at))
                .update();
    }

    /** True if it changed something: an unknown account, or one of an address that is confirmed elsewhere, stays as it is. */
    public boolean verifyEmail(AccountId id, Instant at) {
        return jdbc.sql("""
                                update identity.account a set email_verified_at = :at
                                where a.id = :id and a.email_verified_at is null and a.state = 'ACTIVE'
                                  and not exists (select from identity.account o
                                    where o.email_lookup = a.email_lookup and o.email_verified_at is not null)
                                """).param("id", id.value()).param("at", at(at)).update() == 1;
    }

    public int forgetAddresses(Instant notSince) {
        return jdbc.sql("delete from identity.known_address where last_at < :time")
                .param("time", at(notSince))
                .update();
    }

    public boolean isKnown(AccountId id, String addressHash) {
        return jdbc.sql("""
                        select exists (select from identity.known_address where account_id = :id and address_hash = :address)
                        """)
                .param("id", id.value())
                .param("address", addressHash)
                .query(Boolean.class)
                .single();
    }

    public boolean grant(AccountId id, Role role, Instant at, @Nullable AccountId by) {
        return jdbc.sql("""
                                insert into identity.role_grant (account_id, role, granted_at, granted_by)
                                values (:id, :role, :at, :by)
                                on conflict do nothing
                                """)
                        .param("id", id.value())
                        .param("role", role.name())
                        .param("at", at(at))
                        .param("by", by == null ? null : by.value(), Types.OTHER)
                        .update()
                == 1;
    }

    public boolean withdraw(AccountId id, Role role) {
        return jdbc.sql("delete from identity.role_grant where account_id = :id and role = :role")
                        .param("id", id.value())
                        .param("role", role.name())
                        .update()
                == 1;
    }

    /**
     * Active administrators; their rows stay locked until the transaction ends, so that two cannot remove each other. They are counted
     * again once the locks are there: who waited for them had looked before the other's change.
     */
    public List<UUID> lockAdministrators() {
        String active = """
                        select a.id from identity.account a
                        where a.state = 'ACTIVE'
                          and exists (select from identity.role_grant r where r.account_id = a.id and r.role = 'ADMINISTRATOR')
                        order by a.id
                        """;
        jdbc.sql(active + "for update of a").query(UUID.class).list();
        return jdbc.sql(active).query(UUID.class).list();
    }

    public boolean hasAdministrator() {
        return jdbc.sql("select exists (select from identity.role_grant where role = 'ADMINISTRATOR')")
                .query(Boolean.class)
                .single();
    }

    public boolean move(AccountId id, AccountState from, AccountState to) {
        return jdbc.sql("""
                                update identity.account
                                set state = :to, email_lookup = case when :to = 'CLOSED' then null else email_lookup end
                                where id = :id and state = :from
                                """)
                        .param("id", id.value())
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    /** Until the transaction ends nobody else changes the account. */
    public void lock(AccountId id) {
        jdbc.sql("select id from identity.account where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
    }

    public void setFactorSetUp(AccountId id, boolean setUp) {
        jdbc.sql("update identity.account set factor_set_up = :setUp where id = :id")
                .param("id", id.value())
                .param("setUp", setUp)
                .update();
    }

    /** Where a list goes on. */
    public record Cursor(Instant at, UUID id) {}

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime verified = row.getObject("email_verified_at", OffsetDateTime.class);
        return new Row(
                new AccountId(row.getObject("id", UUID.class)),
                AccountState.valueOf(row.getString("state")),
                row.getBytes("email"),
                row.getBytes("name"),
                row.getString("country"),
                verified == null ? null : verified.toInstant(),
                row.getBoolean("factor_set_up"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                roles(row.getArray("roles")));
    }

    private static Set<Role> roles(@Nullable Array names) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (names != null) {
            Arrays.stream((String[]) names.getArray()).map(Role::valueOf).forEach(roles::add);
        }
        return roles;
    }
}
