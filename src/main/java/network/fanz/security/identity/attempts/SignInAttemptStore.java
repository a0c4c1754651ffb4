package network.fanz.security.identity.attempts;

import java.sql.Types;
import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sign-in attempts: how many failed in a row, and from which network addresses an account has signed in. */
@Component
public final class SignInAttemptStore {
    private final JdbcClient jdbc;

    SignInAttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Failures in a row, this one included. Without an account it is always the first, and takes as long to count. */
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

    /** The account has signed in with all factors that it needs. */
    void signedIn(AccountId id, Instant at) {
        jdbc.sql("update identity.account set failures = 0, factor_failures = 0, signed_in_at = :at where id = :id")
                .param("id", id.value())
                .param("at", Columns.utc(at))
                .update();
    }

    void rememberAddress(AccountId id, String addressHash, Instant at) {
        jdbc.sql("""
                        insert into identity.known_address (account_id, address_hash, last_at) values (:id, :address, :at)
                        on conflict (account_id, address_hash) do update set last_at = excluded.last_at
                        """)
                .param("id", id.value())
                .param("address", addressHash)
                .param("at", Columns.utc(at))
                .update();
    }

    public boolean isKnownAddress(AccountId id, String addressHash) {
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
