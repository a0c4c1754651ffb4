package network.fanz.security.ratelimit.blocks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.fanz.security.ratelimit.AddressBlock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The blocks of addresses. */
@Repository
class AddressBlockStore {
    private static final int LISTED_MAX = 500;

    private final JdbcClient client;

    AddressBlockStore(JdbcClient client) {
        this.client = client;
    }

    /** Blocks, or prolongs a block; empty if the address is blocked for at least as long already. */
    Optional<AddressBlock> block(AddressBlock block) {
        return client.sql("""
                        insert into ratelimit.block as b (address, reason, since, until)
                        values (:address, :reason, :since, :until)
                        on conflict (address) do update set
                          reason = excluded.reason,
                          since = case when b.until > excluded.since then b.since else excluded.since end,
                          until = excluded.until
                        where excluded.until > b.until
                        returning b.address, b.reason, b.since, b.until
                        """)
                .param("address", block.addressHash())
                .param("reason", block.reason())
                .param("since", Timestamp.from(block.from()))
                .param("until", Timestamp.from(block.until()))
                .query(AddressBlockStore::read)
                .optional();
    }

    Optional<AddressBlock> inForce(String addressHash, Instant now) {
        return client.sql("""
                        select address, reason, since, until from ratelimit.block
                        where address = :address and until > :now
                        """)
                .param("address", addressHash)
                .param("now", Timestamp.from(now))
                .query(AddressBlockStore::read)
                .optional();
    }

    Optional<AddressBlock> last(String addressHash) {
        return client.sql("select address, reason, since, until from ratelimit.block where address = :address")
                .param("address", addressHash)
                .query(AddressBlockStore::read)
                .optional();
    }

    /** The newest first. */
    List<AddressBlock> inForce(Instant now) {
        return client.sql("""
                        select address, reason, since, until from ratelimit.block
                        where until > :now order by since desc, address limit :most
                        """)
                .param("now", Timestamp.from(now))
                .param("most", LISTED_MAX)
                .query(AddressBlockStore::read)
                .list();
    }

    /** Whether there was a block to end. */
    boolean end(String addressHash, Instant now) {
        return client.sql("update ratelimit.block set until = :now where address = :address and until > :now")
                        .param("address", addressHash)
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    /** A block that begins later than now was written under a clock that was ahead. It begins now, and lasts as long as it was meant to. */
    void restartThoseAhead(Instant now, Instant latest) {
        client.sql("""
                        update ratelimit.block set since = :now, until = cast(:now as timestamptz) + (until - since)
                        where since > :latest
                        """)
                .param("now", Timestamp.from(now))
                .param("latest", Timestamp.from(latest))
                .update();
    }

    void deleteEndedBefore(Instant time) {
        client.sql("delete from ratelimit.block where until < :time")
                .param("time", Timestamp.from(time))
                .update();
    }

    private static AddressBlock read(ResultSet row, int number) throws SQLException {
        return new AddressBlock(
                row.getString("address"),
                row.getString("reason"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("until").toInstant());
    }
}
