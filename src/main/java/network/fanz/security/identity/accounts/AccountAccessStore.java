package network.fanz.security.identity.accounts;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.platform.postgres.Columns;
import network.fanz.security.identity.AccountState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an account may do: its roles, its state, and whether it has a second factor. */
@Component
public final class AccountAccessStore {
    private final JdbcClient jdbc;

    AccountAccessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean grantRole(AccountId id, Role role, Instant at, @Nullable AccountId by) {
        return jdbc.sql("""
                                insert into identity.role_grant (account_id, role, granted_at, granted_by)
                                values (:id, :role, :at, :by)
                                on conflict do nothing
                                """)
                        .param("id", id.value())
                        .param("role", role.name())
                        .param("at", Columns.utc(at))
                        .param("by", by == null ? null : by.value(), Types.OTHER)
                        .update()
                == 1;
    }

    /** Whether the giver has ever given the account a role, or somebody who has, and so on upwards; a role taken back counts. */
    boolean hasEmpowered(AccountId giver, AccountId account) {
        return jdbc.sql("""
                        with recursive giver (id) as (
                          select given_by from identity.role_giver where account_id = :account and given_by <> :account
                          union
                          select g.given_by from giver join identity.role_giver g on g.account_id = giver.id)
                        select exists (select from giver where id = :giver)
                        """)
                .param("account", account.value())
                .param("giver", giver.value())
                .query(Boolean.class)
                .single();
    }

    public boolean withdrawRole(AccountId id, Role role) {
        return jdbc.sql("delete from identity.role_grant where account_id = :id and role = :role")
                        .param("id", id.value())
                        .param("role", role.name())
                        .update()
                == 1;
    }

    /**
     * Active administrators. Their rows stay locked until the transaction ends, so that two administrators cannot remove each other. They
     * are counted again once the locks are held: a transaction that waited for them had read the state before the other transaction's
     * change.
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

    public boolean changeState(AccountId id, AccountState from, AccountState to) {
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

    /** Until the transaction ends, no other transaction changes the account. */
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
}
