package network.fanz.content.compliance.performers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where pictures of documents lie; rows are only added, and go with their record. */
@Component
class ScanStore {
    private final JdbcClient jdbc;

    ScanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sha256 of the picture's own bytes */
    record ScanRow(
            UUID id,
            UUID performer,
            UUID document,
            String address,
            String sha256,
            String mediaType,
            long length,
            Instant receivedAt) {}

    void insert(ScanRow row) {
        jdbc.sql("""
                insert into compliance.performer_scan (id, performer, document, object, sha256, media_type, length, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        row.id(),
                        row.performer(),
                        row.document(),
                        row.address(),
                        row.sha256(),
                        row.mediaType(),
                        row.length(),
                        Columns.utc(row.receivedAt()))
                .update();
    }

    Optional<ScanRow> find(UUID performer, UUID id) {
        return jdbc.sql("select * from compliance.performer_scan where performer = ? and id = ?")
                .params(performer, id)
                .query(ScanStore::row)
                .optional();
    }

    List<String> addresses(UUID performer) {
        return jdbc.sql("select object from compliance.performer_scan where performer = ?")
                .param(performer)
                .query(String.class)
                .list();
    }

    private static ScanRow row(ResultSet row, int number) throws SQLException {
        return new ScanRow(
                row.getObject("id", UUID.class),
                row.getObject("performer", UUID.class),
                row.getObject("document", UUID.class),
                row.getString("object"),
                row.getString("sha256"),
                row.getString("media_type"),
                row.getLong("length"),
                Columns.instant(row, "received_at"));
    }
}
