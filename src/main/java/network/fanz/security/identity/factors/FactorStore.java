package network.fanz.security.identity.factors;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Secrets of authenticator apps, and recovery codes. */
@Component
public final class FactorStore {
    /** More than anybody uses between two jumps of a clock. */
    private static final int STEPS_REMEMBERED_MAX = 100;

    private final JdbcClient jdbc;

    FactorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The sealed secret in force; empty if none is confirmed. */
    Optional<byte[]> totpSecret(AccountId account) {
        return jdbc.sql("select secret from identity.totp where account_id = :account and secret is not null")
                .param("account", account.value())
                .query(byte[].class)
                .optional();
    }

    Optional<byte[]> proposedTotpSecret(AccountId account, Instant notBefore) {
        return jdbc.sql("select proposed from identity.totp where account_id = :account and proposed_at >= :notBefore")
                .param("account", account.value())
                .param("notBefore", Columns.utc(notBefore))
                .query(byte[].class)
                .optional();
    }

    void proposeTotp(AccountId account, byte[] secret, Instant now) {
        jdbc.sql("""
                        insert into identity.totp (account_id, proposed, proposed_at) values (:account, :secret, :now)
                        on conflict (account_id) do update set proposed = excluded.proposed, proposed_at = excluded.proposed_at
                        """)
                .param("account", account.value())
                .param("secret", secret)
                .param("now", Columns.utc(now))
                .update();
    }

    /**
     * Puts the proposed secret into force, and marks the code that confirmed it as used. False if another secret was proposed meanwhile.
     */
    boolean confirmTotp(AccountId account, byte[] proposed, long step, Instant now) {
        return jdbc.sql("""
                                update identity.totp
                                set secret = proposed, confirmed_at = :now, last_step = :step, proposed = null, proposed_at = null
                                where account_id = :account and proposed = :proposed
                                """)
                        .param("account", account.value())
                        .param("proposed", proposed)
                        .param("step", step)
                        .param("now", Columns.utc(now))
                        .update()
                == 1;
    }

    /**
     * Marks a step's code as used. Of two concurrent requests with the same code, on any nodes, one gets true. A used step that cannot have
     * come yet was used under a clock that was ahead: it must not lock the owner out until then, and is not good again when its time comes.
     *
     * @param latest the last step that a node's clock can have reached by now
     */
    boolean useTotpStep(AccountId account, long step, long latest) {
        return jdbc.sql("""
                                update identity.totp set last_step = :step,
                                  used_steps = (used_steps || last_step)[greatest(1, cardinality(used_steps) + 2 - :most):]
                                where account_id = :account and (last_step < :step or last_step > :latest)
                                  and cast(:step as bigint) <> all (used_steps)
                                """)
                        .param("account", account.value())
                        .param("step", step)
                        .param("latest", latest)
                        .param("most", STEPS_REMEMBERED_MAX)
                        .update()
                == 1;
    }

    boolean removeTotp(AccountId account) {
        return jdbc.sql("delete from identity.totp where account_id = :account")
                        .param("account", account.value())
                        .update()
                == 1;
    }

    void replaceRecoveryCodes(AccountId account, List<byte[]> hashes, Instant now) {
        jdbc.sql("delete from identity.recovery_code where account_id = :account")
                .param("account", account.value())
                .update();
        for (byte[] hash : hashes) {
            jdbc.sql("""
                            insert into identity.recovery_code (account_id, code_hash, made_at) values (:account, :hash, :now)
                            """)
                    .param("account", account.value())
                    .param("hash", hash)
                    .param("now", Columns.utc(now))
                    .update();
        }
    }

    /** Of two concurrent requests with the same code, one gets true. */
    boolean useRecoveryCode(AccountId account, byte[] hash, Instant now) {
        return jdbc.sql("""
                                update identity.recovery_code set used_at = :now
                                where account_id = :account and code_hash = :hash and used_at is null
                                """)
                        .param("account", account.value())
                        .param("hash", hash)
                        .param("now", Columns.utc(now))
                        .update()
                == 1;
    }

    int recoveryCodesLeft(AccountId account) {
        return jdbc.sql("select count(*) from identity.recovery_code where account_id = :account and used_at is null")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    void deleteRecoveryCodes(AccountId account) {
        jdbc.sql("delete from identity.recovery_code where account_id = :account")
                .param("account", account.value())
                .update();
    }
}
