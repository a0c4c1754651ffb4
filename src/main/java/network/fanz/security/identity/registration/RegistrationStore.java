package network.fanz.security.identity.registration;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Language;
import network.fanz.platform.postgres.Columns;
import network.fanz.security.identity.accounts.AccountStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** New accounts, and their email addresses. */
@Component
final class RegistrationStore {
    /** How many accounts may have an address that they have not confirmed. */
    static final int UNCONFIRMED_MAX = 50;

    private final JdbcClient jdbc;

    RegistrationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record NewAccountRow(
            AccountId id,
            byte[] emailLookup,
            byte[] email,
            byte[] name,
            byte[] dateOfBirth,
            String country,
            Language language,
            byte[] passwordHash,
            int passwordScheme,
            int policyVersion,
            Instant at) {}

    /** False if the account is there already. */
    boolean add(NewAccountRow row) {
        return jdbc.sql("""
                                insert into identity.account (id, state, email_lookup, email, name, date_of_birth, country, language,
                                  password_hash, password_scheme, policy_version, registered_at, address_form)
                                values (:id, 'ACTIVE', :lookup, :email, :name, :born, :country, :language,
                                  :hash, :scheme, :policy, :at, 2)
                                on conflict (id) do nothing
                                """)
                        .param("id", row.id().value())
                        .param("lookup", row.emailLookup())
                        .param("email", row.email())
                        .param("name", row.name())
                        .param("born", row.dateOfBirth())
                        .param("country", row.country())
                        .param("language", row.language().tag())
                        .param("hash", row.passwordHash())
                        .param("scheme", row.passwordScheme())
                        .param("policy", row.policyVersion())
                        .param("at", Columns.utc(row.at()))
                        .update()
                == 1;
    }

    boolean hasPassword(AccountId account, byte[] hash) {
        return jdbc.sql("select exists (select from identity.account where id = ? and password_hash = ?)")
                .params(account.value(), hash)
                .query(Boolean.class)
                .single();
    }

    /** How many accounts have an address that they have not confirmed, and the oldest of them that was never used to sign in. */
    record UnconfirmedAccounts(int size, @Nullable AccountId unused) {}

    /** @param excluded this account is counted, but never returned as the unused one */
    UnconfirmedAccounts unconfirmedAccounts(byte[] lookup, AccountId excluded) {
        return jdbc.sql("""
                        select count(*) as size,
                          (array_agg(id order by registered_at) filter (where signed_in_at is null and id <> :but))[1] as unused
                        from identity.account
                        where email_lookup = :lookup and email_verified_at is null
                        """)
                .param("lookup", lookup)
                .param("but", excluded.value())
                .query((row, number) -> {
                    UUID unused = row.getObject("unused", UUID.class);
                    return new UnconfirmedAccounts(row.getInt("size"), unused == null ? null : new AccountId(unused));
                })
                .single();
    }

    /** Whether the address has as many accounts as it may, all of them used to sign in, and the one of this id is not among them. */
    boolean isFull(byte[] lookup, AccountId id) {
        return jdbc.sql("""
                        select count(*) >= :most and coalesce(bool_and(signed_in_at is not null and id <> :id), true)
                        from identity.account where email_lookup = :lookup and email_verified_at is null
                        """)
                .param("most", UNCONFIRMED_MAX)
                .param("id", id.value())
                .param("lookup", lookup)
                .query(Boolean.class)
                .single();
    }

    /** True if the account is changed. An unknown account, or an account whose address is confirmed by another, stays as it is. */
    boolean verifyEmail(AccountId id, Instant at) {
        return jdbc.sql("""
                                update identity.account a set email_verified_at = :at
                                where a.id = :id and a.email_verified_at is null and a.state = 'ACTIVE'
                                  and not exists (select from identity.account o
                                    where o.email_lookup = a.email_lookup and o.email_verified_at is not null)
                                """)
                        .param("id", id.value())
                        .param("at", Columns.utc(at))
                        .update()
                == 1;
    }

    /** The language of the other account that has confirmed this account's address; empty if none has. */
    Optional<Language> ownerElsewhere(AccountId account) {
        return jdbc.sql("""
                        select o.language from identity.account o join identity.account a on o.email_lookup = a.email_lookup
                        where a.id = :id and o.id <> a.id and o.email_verified_at is not null
                        """)
                .param("id", account.value())
                .query((row, number) -> AccountStore.language(row))
                .optional();
    }

    /** The language of the other account than this one that has confirmed the address; empty if none has. */
    Optional<Language> ownerElsewhere(byte[] lookup, AccountId account) {
        return jdbc.sql("""
                        select language from identity.account
                        where email_lookup = :lookup and email_verified_at is not null and id <> :id
                        """)
                .param("lookup", lookup)
                .param("id", account.value())
                .query((row, number) -> AccountStore.language(row))
                .optional();
    }
}
