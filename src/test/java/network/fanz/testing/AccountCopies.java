package network.fanz.testing;

import java.time.Clock;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts like one that registered, each with sealed data of its own. */
public final class AccountCopies {
    private final JdbcClient owner;
    private final Vault vault;
    private final AccountId like;
    private final Clock clock = Clock.systemUTC();

    public AccountCopies(RunningFanz program, AccountId like) {
        this.owner = JdbcClient.create(program.database().asOwner());
        this.vault = program.bean(Vault.class);
        this.like = like;
    }

    public AccountId next() {
        return next("buyer-" + Ids.next(clock) + "@example.org");
    }

    /** One with this address. */
    public AccountId next(String email) {
        UUID id = Ids.next(clock);
        owner.sql("""
                with copied as (
                  insert into identity.account
                  select (jsonb_populate_record(a, jsonb_build_object(
                      'id', :id::uuid, 'email_lookup', :lookup::bytea, 'email', :email::bytea, 'name', :name::bytea,
                      'date_of_birth', :born::bytea))).*
                    from identity.account a where a.id = :like
                  returning id)
                insert into identity.role_grant
                select (jsonb_populate_record(r, jsonb_build_object('account_id', copied.id))).*
                  from identity.role_grant r, copied where r.account_id = :like""")
                .param("id", id)
                .param("lookup", vault.keyedHash("identity.account.email", email))
                .param("email", vault.seal(id, "identity.account.email", email))
                .param("name", vault.seal(id, "identity.account.name", "Somebody"))
                .param("born", vault.seal(id, "identity.account.date_of_birth", "1990-04-05"))
                .param("like", like.value())
                .update();
        return new AccountId(id);
    }
}
