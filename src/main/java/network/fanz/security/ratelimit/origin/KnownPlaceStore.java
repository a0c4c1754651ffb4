package network.fanz.security.ratelimit.origin;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses from which somebody has signed in: keyed hashes, and no word of who it was. */
@Repository
class KnownPlaceStore {
    private final JdbcClient client;

    KnownPlaceStore(JdbcClient client) {
        this.client = client;
    }

    void remember(String addressHash, Instant at) {
        client.sql("""
                        insert into ratelimit.known_place (address, last_at) values (:address, :at)
                        on conflict (address) do update set last_at = excluded.last_at
                        """)
                .param("address", addressHash)
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean isKnown(String addressHash) {
        return client.sql("select exists (select from ratelimit.known_place where address = :address)")
                .param("address", addressHash)
                .query(Boolean.class)
                .single();
    }

    void forgetNotSeenSince(Instant time) {
        client.sql("delete from ratelimit.known_place where last_at < :time")
                .param("time", Timestamp.from(time))
                .update();
    }
}
