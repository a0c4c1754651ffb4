package network.fanz.content.media;

import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files belong to works. */
@Component
class UploadClaimStore {
    private final JdbcClient jdbc;

    UploadClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns false if it was taken before. */
    boolean insert(UUID upload, Instant at) {
        return jdbc.sql("insert into media.upload_claim (upload, claimed_at) values (?, ?) on conflict do nothing")
                        .params(upload, Columns.utc(at))
                        .update()
                == 1;
    }

    boolean has(UUID upload) {
        return jdbc.sql("select exists (select from media.upload_claim where upload = ?)")
                .param(upload)
                .query(Boolean.class)
                .single();
    }

    void remove(UUID upload) {
        jdbc.sql("delete from media.upload_claim where upload = ?")
                .param(upload)
                .update();
    }

    /** Which of these belong to works. */
    Set<UUID> among(Collection<UUID> uploads) {
        return Set.copyOf(jdbc.sql("select upload from media.upload_claim where upload = any(?)")
                .param(1, uploads.toArray(UUID[]::new), Types.ARRAY)
                .query(UUID.class)
                .list());
    }
}
