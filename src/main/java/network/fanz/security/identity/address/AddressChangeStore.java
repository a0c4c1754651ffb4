package network.fanz.security.identity.address;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Language;
import network.fanz.platform.postgres.Columns;
import network.fanz.security.identity.AddressChangeState;
import network.fanz.security.identity.accounts.AccountStore;
import network.fanz.security.identity.accounts.OpenLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes of address that were asked for, and the links of their letters. */
@Component
public final class AddressChangeStore {
    private final JdbcClient jdbc;

    AddressChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if the account's password is no longer the one that the change was asked with. */
    boolean add(
            UUID id,
            AccountId account,
            NewAddress.CheckedAddress wanted,
            int passwordScheme,
            Instant askedAt,
            Instant expiresAt) {
        return jdbc.sql("""
                                insert into identity.address_change (id, account_id, state, email_lookup, email, password_hash,
                                  password_scheme, former_lookup, former_password_hash, asked_at, expires_at)
                                select :id, a.id, 'OPEN', :lookup, :email, :hash, :scheme, a.email_lookup, a.password_hash, :at, :until
                                from identity.account a
                                where a.id = :account and a.state = 'ACTIVE' and a.password_hash = :former
                                """)
                        .param("id", id)
                        .param("account", account.value())
                        .param("lookup", wanted.lookup())
                        .param("email", wanted.email())
                        .param("hash", wanted.passwordHash())
                        .param("scheme", passwordScheme)
                        .param("former", wanted.formerHash())
                        .param("at", Columns.utc(askedAt))
                        .param("until", Columns.utc(expiresAt))
                        .update()
                == 1;
    }

    void addLink(byte[] tokenHash, UUID change, boolean toNew, String causedFrom, Instant at) {
        jdbc.sql("""
                        insert into identity.address_change_link (token_hash, change_id, to_new, caused_from, made_at)
                        values (:hash, :change, :new, :from, :at)
                        """)
                .param("hash", tokenHash)
                .param("change", change)
                .param("new", toNew)
                .param("from", causedFrom)
                .param("at", Columns.utc(at))
                .update();
    }

    /** @param formerNeeded whether the account's address is a confirmed one now */
    record OpenChange(
            UUID id,
            byte[] lookup,
            byte[] email,
            Instant askedAt,
            Instant expiresAt,
            boolean newConfirmed,
            boolean formerConfirmed,
            boolean formerNeeded) {
        boolean isReady() {
            return newConfirmed && (formerConfirmed || !formerNeeded);
        }
    }

    /** The account's change that waits; empty once its time has run out. */
    Optional<OpenChange> open(AccountId account, Instant now) {
        return jdbc.sql("""
                        select c.*, a.email_verified_at is not null as needed
                        from identity.address_change c join identity.account a on a.id = c.account_id
                        where c.account_id = :account and c.state = 'OPEN' and c.expires_at > :now
                        """)
                .param("account", account.value())
                .param("now", Columns.utc(now))
                .query((row, number) -> new OpenChange(
                        row.getObject("id", UUID.class),
                        row.getBytes("email_lookup"),
                        row.getBytes("email"),
                        Columns.instant(row, "asked_at"),
                        Columns.instant(row, "expires_at"),
                        Columns.instantOrNull(row, "new_confirmed_at") != null,
                        Columns.instantOrNull(row, "former_confirmed_at") != null,
                        row.getBoolean("needed")))
                .optional();
    }

    /**
     * @param email sealed; null once the change has ended
     * @param current whether the account still has the address from which it was to be changed
     */
    record LinkedChange(
            UUID id,
            AccountId account,
            AddressChangeState state,
            boolean toNew,
            boolean confirmed,
            byte @Nullable [] email,
            boolean current) {}

    /** Whose a link is; a change whose time has run out shows as lapsed. */
    Optional<LinkedChange> link(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                        select c.id, c.account_id, l.to_new, c.email, c.former_lookup = a.email_lookup as current,
                          case when c.state = 'OPEN' and c.expires_at <= :now then 'LAPSED' else c.state end as state,
                          case when l.to_new then c.new_confirmed_at else c.former_confirmed_at end is not null as confirmed
                        from identity.address_change_link l join identity.address_change c on c.id = l.change_id
                        join identity.account a on a.id = c.account_id
                        where l.token_hash = :hash
                        """)
                .param("hash", tokenHash)
                .param("now", Columns.utc(now))
                .query((row, number) -> new LinkedChange(
                        row.getObject("id", UUID.class),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        AddressChangeState.valueOf(row.getString("state")),
                        row.getBoolean("to_new"),
                        row.getBoolean("confirmed"),
                        row.getBytes("email"),
                        row.getBoolean("current")))
                .optional();
    }

    void confirm(UUID change, boolean toNew, Instant now) {
        jdbc.sql("""
                        update identity.address_change set
                          new_confirmed_at = case when :new then coalesce(new_confirmed_at, :now) else new_confirmed_at end,
                          former_confirmed_at = case when :new then former_confirmed_at else coalesce(former_confirmed_at, :now) end
                        where id = :id and state = 'OPEN'
                        """)
                .param("new", toNew)
                .param("now", Columns.utc(now))
                .param("id", change)
                .update();
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

    /**
     * Gives the account its new address, and its password the new address's salt. Every condition is asked again here.
     *
     * @return false if the account has another address or password than when the change was asked for, or is not open
     */
    boolean apply(UUID change, Instant now) {
        return jdbc.sql("""
                                update identity.account a set email_lookup = c.email_lookup, email = c.email, address_form = 2,
                                  password_hash = c.password_hash, password_scheme = c.password_scheme, email_verified_at = :now
                                from identity.address_change c
                                where c.id = :id and c.state = 'OPEN' and c.expires_at > :now and c.new_confirmed_at is not null
                                  and (c.former_confirmed_at is not null or a.email_verified_at is null)
                                  and a.id = c.account_id and a.state = 'ACTIVE' and a.email_lookup = c.former_lookup
                                  and a.password_hash = c.former_password_hash
                                """).param("id", change).param("now", Columns.utc(now)).update() == 1;
    }

    /**
     * Ends the account's open change, in the caller's transaction, and forgets what was personal in it.
     *
     * @return false if there was none
     */
    public boolean end(AccountId account, AddressChangeState state) {
        return jdbc.sql("""
                                update identity.address_change
                                set state = :state, email = null, password_hash = null, former_password_hash = null
                                where account_id = :account and state = 'OPEN'
                                """)
                        .param("state", state.name())
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /** How many letters to new addresses the account has caused whose time has not run out, whatever has become of the changes. */
    int letters(AccountId account, Instant now) {
        return jdbc.sql("""
                        select count(*) from identity.address_change_link l join identity.address_change c on c.id = l.change_id
                        where c.account_id = :account and l.to_new and c.expires_at > :now
                        """)
                .param("account", account.value())
                .param("now", Columns.utc(now))
                .query(Integer.class)
                .single();
    }

    /** The letters that have gone to a new address, over all accounts that asked for it. */
    OpenLinks lettersTo(byte[] lookup, String causedFrom, Instant now) {
        return jdbc.sql("""
                        select count(*) as size, count(*) filter (where l.caused_from = :from) as here
                        from identity.address_change_link l join identity.address_change c on c.id = l.change_id
                        where c.email_lookup = :lookup and l.to_new and c.expires_at > :now
                        """)
                .param("lookup", lookup)
                .param("from", causedFrom)
                .param("now", Columns.utc(now))
                .query((row, number) -> new OpenLinks(row.getInt("size"), row.getInt("here")))
                .single();
    }

    /** Removes those whose time has run out; one that was asked for under a clock that was ahead has as long as if it began now. */
    public void sweep(Instant now, Instant latestEnd) {
        jdbc.sql("update identity.address_change set expires_at = :latest where expires_at > :latest")
                .param("latest", Columns.utc(latestEnd))
                .update();
        jdbc.sql("delete from identity.address_change where expires_at < :now")
                .param("now", Columns.utc(now))
                .update();
    }
}
