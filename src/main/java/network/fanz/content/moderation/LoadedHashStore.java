package network.fanz.content.moderation;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import network.fanz.content.intelligence.PdqHash;
import network.fanz.content.moderation.index.HashRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** PDQ hashes as the index reads them. */
@Component
class LoadedHashStore {
    private static final int ROWS_AT_ONCE = 20_000;

    private final JdbcClient jdbc;

    LoadedHashStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the changes are: the last one's number, and how many hashes were ever withdrawn. */
    record HashChanges(long number, long withdrawn) {}

    HashChanges changes() {
        return jdbc.sql("select number, withdrawn from moderation.hash_change")
                .query((row, number) -> new HashChanges(row.getLong("number"), row.getLong("withdrawn")))
                .single();
    }

    /** All that are in force, read in pieces. */
    HashRows all() {
        HashRows rows = new HashRows();
        long[] last = {0};
        int before;
        do {
            before = rows.size();
            jdbc.sql("""
                    select id, hash from moderation.banked_hash
                     where algorithm = 'PDQ' and withdrawn_at is null and id > ? order by id limit ?""").params(last[0], ROWS_AT_ONCE).query(row -> {
                last[0] = add(row, rows);
            });
        } while (rows.size() > before);
        return rows;
    }

    /** Those in force that were added since a change; one more than {@code most} if there are more. */
    HashRows since(long change, int most) {
        HashRows rows = new HashRows();
        jdbc.sql("""
                select id, hash from moderation.banked_hash
                 where algorithm = 'PDQ' and withdrawn_at is null and change > ? order by change, id limit ?""").params(change, most + 1).query(row -> {
            add(row, rows);
        });
        return rows;
    }

    private static long add(ResultSet row, HashRows rows) throws SQLException {
        ByteBuffer hash = ByteBuffer.wrap(row.getBytes("hash"));
        long id = row.getLong("id");
        rows.add(id, new PdqHash(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong()));
        return id;
    }
}
