package network.fanz.security.identity.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import network.fanz.security.identity.FactorReset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests to take away a second factor. */
@Component
final class FactorResetStore {
    private static final int LIST_MAX = 200;

    private final JdbcClient jdbc;

    FactorResetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if there is an open one. */
    boolean add(UUID id, AccountId account, byte[] objectionHash, AccountId by, Instant now) {
        return jdbc.sql("""
                                insert into identity.factor_reset (id, account_id, state, objection_hash, asked_by, asked_at)
                                values (:id, :account, 'ASKED', :hash, :by, :now)
                                on conflict (account_id) where ended_at is null do nothing
                                """)
                        .param("id", id)
                        .param("account", account.value())
                        .param("hash", objectionHash)
                        .param("by", by.value())
                        .param("now", Columns.utc(now))
                        .update()
                == 1;
    }

    /** Whether the account is active and has a second factor; empty if there is no such account. */
    Optional<Boolean> hasFactorToLose(AccountId account) {
        return jdbc.sql("select state = 'ACTIVE' and factor_set_up from identity.account where id = :id")
                .param("id", account.value())
                .query(Boolean.class)
                .optional();
    }

    Optional<FactorReset> open(AccountId account) {
        return jdbc.sql("""
                        select account_id, asked_by, asked_at, approved_by, effective_at from identity.factor_reset
                        where account_id = :account and ended_at is null
                        """)
                .param("account", account.value())
                .query((row, number) -> reset(row))
                .optional();
    }

    /** Those that are open, the oldest first. */
    List<FactorReset> open() {
        return jdbc.sql("""
                        select account_id, asked_by, asked_at, approved_by, effective_at from identity.factor_reset
                        where ended_at is null order by asked_at, id limit :most
                        """)
                .param("most", LIST_MAX)
                .query((row, number) -> reset(row))
                .list();
    }

    /** False if nothing waits for an approval by somebody else than who asked. */
    boolean approve(AccountId account, byte[] objectionHash, AccountId by, Instant effectiveAt) {
        return jdbc.sql("""
                                update identity.factor_reset
                                set state = 'APPROVED', approved_by = :by, effective_at = :at,
                                  first_objection_hash = objection_hash, objection_hash = :hash
                                where account_id = :account and state = 'ASKED' and asked_by <> :by and account_id <> :by
                                """)
                        .param("by", by.value())
                        .param("at", Columns.utc(effectiveAt))
                        .param("hash", objectionHash)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /** Ends the open one; false if there is none. */
    boolean end(AccountId account, String state, Instant now) {
        return jdbc.sql("""
                                update identity.factor_reset set state = :state, ended_at = :now
                                where account_id = :account and ended_at is null
                                """)
                        .param("state", state)
                        .param("now", Columns.utc(now))
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /** Whose second factor a letter was about, and whether it is gone. */
    record LetterOfReset(AccountId account, boolean done) {}

    /** By the link of either letter. */
    Optional<LetterOfReset> letter(byte[] objectionHash) {
        return jdbc.sql("""
                        select account_id, state = 'DONE' as done from identity.factor_reset
                        where objection_hash = :hash or first_objection_hash = :hash
                        """)
                .param("hash", objectionHash)
                .query((row, number) -> new LetterOfReset(
                        new AccountId(row.getObject("account_id", UUID.class)), row.getBoolean("done")))
                .optional();
    }

    /** Those whose wait is over. Each stays locked until the transaction ends, so that an objection and the end of the wait exclude each other. */
    List<FactorReset> lockDue(Instant now) {
        return jdbc.sql("""
                        select account_id, asked_by, asked_at, approved_by, effective_at from identity.factor_reset
                        where state = 'APPROVED' and effective_at <= :now
                        order by effective_at limit 20 for update skip locked
                        """)
                .param("now", Columns.utc(now))
                .query((row, number) -> reset(row))
                .list();
    }

    /** Accounts whose owner has signed in, with all that it needs, since the request. */
    List<AccountId> lockUsed() {
        return accounts("""
                        select r.account_id from identity.factor_reset r join identity.account a on a.id = r.account_id
                        where r.ended_at is null and a.signed_in_at > r.asked_at for update of r skip locked
                        """);
    }

    List<AccountId> lockClosed() {
        return accounts("""
                        select r.account_id from identity.factor_reset r join identity.account a on a.id = r.account_id
                        where r.ended_at is null and a.state = 'CLOSED' for update of r skip locked
                        """);
    }

    /** Whoever has asked for or approved one that is open. */
    List<AccountId> deciders() {
        return accounts("""
                        select asked_by from identity.factor_reset where ended_at is null
                        union select approved_by from identity.factor_reset where ended_at is null and approved_by is not null
                        """);
    }

    /** Accounts of which this administrator has asked for an open one, or has approved it. */
    List<AccountId> lockDecidedBy(AccountId administrator) {
        return jdbc.sql("""
                        select account_id from identity.factor_reset
                        where ended_at is null and (asked_by = :by or approved_by = :by) for update skip locked
                        """)
                .param("by", administrator.value())
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }

    private List<AccountId> accounts(String query) {
        return jdbc.sql(query)
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }

    int expire(Instant askedBefore, Instant now) {
        return jdbc.sql("""
                        update identity.factor_reset set state = 'EXPIRED', ended_at = :now
                        where state = 'ASKED' and asked_at < :before
                        """)
                .param("now", Columns.utc(now))
                .param("before", Columns.utc(askedBefore))
                .update();
    }

    private static FactorReset reset(java.sql.ResultSet row) throws java.sql.SQLException {
        UUID approvedBy = row.getObject("approved_by", UUID.class);
        return new FactorReset(
                new AccountId(row.getObject("account_id", UUID.class)),
                new AccountId(row.getObject("asked_by", UUID.class)),
                Columns.instant(row, "asked_at"),
                approvedBy == null ? null : new AccountId(approvedBy),
                Columns.instantOrNull(row, "effective_at"));
    }
}
