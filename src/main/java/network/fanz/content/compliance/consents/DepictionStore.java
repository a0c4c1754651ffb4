package network.fanz.content.compliance.consents;

import java.time.Instant;
import java.util.UUID;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where depictions could be found, and from when to when; rows are only added. */
@Component
class DepictionStore {
    private final JdbcClient jdbc;

    DepictionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A second time it changes nothing. */
    void insert(UUID release, UUID work, Instant at, boolean shown, String sha256, String address) {
        jdbc.sql("""
                insert into compliance.depiction (release, moved_at, work, shown, sha256, found_at) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""")
                .params(release, Columns.utc(at), work, shown, sha256, address)
                .update();
    }

    boolean isShown(UUID release) {
        return jdbc.sql("select shown from compliance.depiction where release = ? order by moved_at desc limit 1")
                .param(release)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
