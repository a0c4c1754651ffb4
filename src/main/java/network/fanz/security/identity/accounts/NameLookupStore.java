package network.fanz.security.identity.accounts;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hashes by which accounts are found by their public name. */
@Component
final class NameLookupStore {
    private static final byte[] NONE = {};

    private final JdbcClient jdbc;

    NameLookupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record SealedName(AccountId id, byte[] name) {}

    /** Those without one behind this id, in its order. */
    List<SealedName> next(UUID after, int max) {
        return jdbc.sql("""
                        select id, name from identity.account
                        where id > :after and name_lookup is null and name is not null and state <> 'CLOSED'
                        order by id limit :max
                        """)
                .param("after", after)
                .param("max", max)
                .query((row, number) ->
                        new SealedName(new AccountId(row.getObject("id", UUID.class)), row.getBytes("name")))
                .list();
    }

    /** An account whose name has changed meanwhile keeps none, and comes again. */
    void write(Map<SealedName, byte[]> lookups) {
        lookups.forEach((kept, lookup) -> jdbc.sql("""
                        update identity.account set name_lookup = :lookup where id = :id and name = :name and name_lookup is null
                        """)
                .param("lookup", lookup)
                .param("id", kept.id().value())
                .param("name", kept.name())
                .update());
    }

    /** A name that was erased has nothing to be found by. */
    void writeErased(SealedName kept) {
        write(Map.of(kept, NONE));
    }
}
