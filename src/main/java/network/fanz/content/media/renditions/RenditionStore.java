package network.fanz.content.media.renditions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.content.media.Rendition;
import network.fanz.content.media.RenditionKind;
import network.fanz.platform.objects.StoredObject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which renditions there are, and where they lie. */
@Component
class RenditionStore {
    private final JdbcClient jdbc;

    RenditionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One of those who make the same bundle goes first. Returns false if the upload was deleted. */
    boolean lock(UUID upload) {
        return jdbc.sql("select id from media.upload where id = ? and state = 'RECEIVED' for update")
                .param(upload)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void insert(Rendition made, StoredObject stored) {
        jdbc.sql("""
                insert into media.rendition (upload, name, bundle, kind, media_type, length, sha256, width, height, object, stored_length)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        made.upload(),
                        made.name(),
                        made.bundle(),
                        made.kind().name(),
                        made.mediaType(),
                        made.length(),
                        made.sha256(),
                        made.width(),
                        made.height(),
                        made.address(),
                        stored.storedLength())
                .update();
    }

    List<Rendition> all(UUID upload) {
        return jdbc.sql("select * from media.rendition where upload = ? order by name collate \"C\"")
                .param(upload)
                .query(RenditionStore::rendition)
                .list();
    }

    Optional<Rendition> find(UUID upload, String name) {
        return jdbc.sql("select * from media.rendition where upload = ? and name = ?")
                .params(upload, name)
                .query(RenditionStore::rendition)
                .optional();
    }

    /** @return the addresses of what is no longer named */
    List<String> remove(UUID upload, String bundle) {
        return jdbc.sql("delete from media.rendition where upload = ? and bundle = ? returning object")
                .params(upload, bundle)
                .query(String.class)
                .list();
    }

    /** @return the addresses of what is no longer named */
    List<String> removeAll(UUID upload) {
        return jdbc.sql("delete from media.rendition where upload = ? returning object")
                .param(upload)
                .query(String.class)
                .list();
    }

    private static Rendition rendition(ResultSet row, int number) throws SQLException {
        return new Rendition(
                row.getObject("upload", UUID.class),
                row.getString("bundle"),
                row.getString("name"),
                RenditionKind.valueOf(row.getString("kind")),
                row.getString("media_type"),
                row.getLong("length"),
                row.getString("sha256"),
                row.getInt("width"),
                row.getInt("height"),
                row.getString("object"));
    }
}
