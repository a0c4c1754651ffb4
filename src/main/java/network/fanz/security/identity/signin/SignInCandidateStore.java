package network.fanz.security.identity.signin;

import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.security.identity.AccountState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts that an email address and a password may belong to. */
@Component
final class SignInCandidateStore {
    private final JdbcClient jdbc;

    SignInCandidateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account to which the given address and password may belong. */
    record Candidate(
            AccountId id, AccountState state, byte @Nullable [] passwordHash, boolean verified, boolean knownHere) {}

    /** The confirmed account of the address first. All are returned: the number of other accounts is bounded. */
    List<Candidate> candidates(List<byte[]> lookups, String addressHash) {
        return jdbc.sql("""
                        select a.id, a.state, a.password_hash, a.email_verified_at is not null as verified,
                          exists (select from identity.known_address k
                            where k.account_id = a.id and k.address_hash = :address) as known_here
                        from identity.account a
                        where a.email_lookup in (:lookups)
                        order by a.email_verified_at is null, a.signed_in_at is null, a.registered_at desc
                        limit 100
                        """)
                .param("lookups", lookups)
                .param("address", addressHash)
                .query((row, number) -> new Candidate(
                        new AccountId(row.getObject("id", UUID.class)),
                        AccountState.valueOf(row.getString("state")),
                        row.getBytes("password_hash"),
                        row.getBoolean("verified"),
                        row.getBoolean("known_here")))
                .list();
    }

    /** The password as it is salted with the canonical address from now on. */
    void resalt(AccountId id, byte[] formerHash, byte[] passwordHash) {
        jdbc.sql("update identity.account set password_hash = :hash where id = :id and password_hash = :former")
                .param("hash", passwordHash)
                .param("id", id.value())
                .param("former", formerHash)
                .update();
    }

    /** Whether this is still an open account's password; waits for a transaction that is changing it. */
    boolean passwordStillMatches(AccountId id, byte[] passwordHash) {
        return jdbc.sql("""
                        select password_hash = :hash and state = 'ACTIVE' from identity.account where id = :id for share
                        """)
                .param("hash", passwordHash)
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }
}
