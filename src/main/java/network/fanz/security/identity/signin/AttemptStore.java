package network.fanz.security.identity.signin;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import network.fanz.security.identity.AccountState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Attempts to sign in: whom they may be, how many failed in a row, and from where an account has come in before. */
@Component
public final class AttemptStore {
    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody who gives an address and a password may turn out to be. */
    record Candidate(
            AccountId id, AccountState state, byte @Nullable [] passwordHash, boolean verified, boolean knownHere) {}

    /** The confirmed account of the address first. All are looked at: there are never more than a bounded number of others. */
    List<Candidate> candidates(byte[] lookup, String addressHash) {
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
    boolean stillHas(AccountId id, byte[] passwordHash) {
        return jdbc.sql("""
                        select password_hash = :hash and state = 'ACTIVE' from identity.account where id = :id for share
                        """)
                .param("hash", passwordHash)
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Failures in a row, this one included; of no account it is the first, and takes as long to count. */
    int countFailure(@Nullable AccountId id) {
        return jdbc.sql("update identity.account set failures = failures + 1 where id = :id returning failures")
                .param("id", id == null ? null : id.value(), Types.OTHER)
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    /** Wrong codes in a row, this one included. */
    void countFactorFailure(AccountId id) {
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
    void signedIn(AccountId id, Instant at) {
        jdbc.sql("update identity.account set failures = 0, factor_failures = 0, signed_in_at = :at where id = :id")
                .param("id", id.value())
                .param("at", Columns.utc(at))
                .update();
    }

    void knowAddress(AccountId id, String addressHash, Instant at) {
        jdbc.sql("""
                        insert into identity.known_address (account_id, address_hash, last_at) values (:id, :address, :at)
                        on conflict (account_id, address_hash) do update set last_at = excluded.last_at
                        """)
                .param("id", id.value())
                .param("address", addressHash)
                .param("at", Columns.utc(at))
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

    public int forgetAddresses(Instant notSince) {
        return jdbc.sql("delete from identity.known_address where last_at < :time")
                .param("time", Columns.utc(notSince))
                .update();
    }
}
