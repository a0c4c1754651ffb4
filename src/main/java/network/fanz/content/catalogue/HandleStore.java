package network.fanz.content.catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Handles, sealed; found by a keyed hash. */
@Component
class HandleStore {
    private final JdbcClient jdbc;

    HandleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account's changes come one after the other until the transaction ends. */
    void lock(AccountId creator) {
        jdbc.sql("select pg_advisory_xact_lock(78, hashtext(?))")
                .param(creator.toString())
                .query((row, number) -> number)
                .list();
    }

    Optional<AccountId> owner(byte[] lookup) {
        return jdbc.sql("select creator from catalogue.handle where lookup = ?")
                .param(lookup)
                .query((row, number) -> new AccountId(row.getObject("creator", UUID.class)))
                .optional();
    }

    /** @return false if it is somebody's */
    boolean insert(byte[] lookup, byte[] handle, AccountId creator, Instant at) {
        return jdbc.sql("""
                insert into catalogue.handle (lookup, handle, creator, chosen_at) values (?, ?, ?, ?) on conflict do nothing""")
                        .params(lookup, handle, creator.value(), Columns.utc(at))
                        .update()
                == 1;
    }

    void chooseAgain(byte[] lookup, Instant at) {
        jdbc.sql("update catalogue.handle set chosen_at = ? where lookup = ?")
                .params(Columns.utc(at), lookup)
                .update();
    }

    int count(AccountId creator) {
        return jdbc.sql("select count(*) from catalogue.handle where creator = ?")
                .param(creator.value())
                .query(Integer.class)
                .single();
    }

    /** The one that was chosen last. */
    Optional<byte[]> current(AccountId creator) {
        return jdbc.sql("select handle from catalogue.handle where creator = ? order by chosen_at desc, lookup limit 1")
                .param(creator.value())
                .query((row, number) -> row.getBytes("handle"))
                .optional();
    }
}
