package network.fanz.content.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.platform.objects.StoredObject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the bytes of uploads lie. */
@Component
class UploadPartStore {
    private final JdbcClient jdbc;

    UploadPartStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param address in the object store */
    record UploadPart(int number, long start, long length, String address) {}

    /** Puts it in its place; what lay there before is part of it. */
    void put(UUID upload, int number, long start, StoredObject stored) {
        jdbc.sql("""
                insert into media.upload_part (upload, number, start, length, object, stored_length)
                values (?, ?, ?, ?, ?, ?)
                on conflict (upload, number) do update
                   set length = excluded.length, object = excluded.object, stored_length = excluded.stored_length""")
                .params(upload, number, start, stored.length(), stored.address(), stored.storedLength())
                .update();
    }

    Optional<UploadPart> last(UUID upload) {
        return jdbc.sql("select * from media.upload_part where upload = ? order by number desc limit 1")
                .param(upload)
                .query(UploadPartStore::part)
                .optional();
    }

    /** All of an upload, in their order. */
    List<UploadPart> all(UUID upload) {
        return jdbc.sql("select * from media.upload_part where upload = ? order by number")
                .param(upload)
                .query(UploadPartStore::part)
                .list();
    }

    /** @return their addresses */
    List<String> removeAll(UUID upload) {
        return jdbc.sql("delete from media.upload_part where upload = ? returning object")
                .param(upload)
                .query(String.class)
                .list();
    }

    private static UploadPart part(ResultSet row, int number) throws SQLException {
        return new UploadPart(
                row.getInt("number"), row.getLong("start"), row.getLong("length"), row.getString("object"));
    }
}
