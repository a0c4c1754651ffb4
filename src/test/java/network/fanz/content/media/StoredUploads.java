package network.fanz.content.media;

import java.sql.Types;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.objects.ObjectDraft;
import network.fanz.platform.objects.ObjectStore;
import network.fanz.platform.objects.StoredObject;
import network.fanz.testing.TestModules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Uploads in modules that run without doors. */
public final class StoredUploads {
    private StoredUploads() {}

    /** One that has come whole. */
    public static UUID whole(TestModules modules, AccountId owner, UploadType type, byte[] bytes) {
        return stored(modules, owner, type, bytes, true);
    }

    /** One of which a byte is missing. */
    public static UUID begun(TestModules modules, AccountId owner, UploadType type, byte[] bytes) {
        return stored(modules, owner, type, bytes, false);
    }

    private static UUID stored(TestModules modules, AccountId owner, UploadType type, byte[] bytes, boolean whole) {
        UUID id = UUID.randomUUID();
        ObjectStore store = modules.bean(ObjectStore.class);
        StoredObject stored;
        try (ObjectDraft draft = store.draft(id)) {
            draft.write(bytes, 0, bytes.length);
            stored = draft.store();
        }
        modules.bean(TransactionOperations.class).executeWithoutResult(status -> store.keep(id, stored));
        JdbcClient database = JdbcClient.create(modules.database().asOwner());
        database.sql("""
                insert into media.upload (id, owner, state, length, received, type, created_at, expires_at, finished_at)
                values (:id, :owner, :state, :length, :received, :type, now(), :expires::timestamptz, :finished::timestamptz)""")
                .param("id", id)
                .param("owner", owner.value())
                .param("state", whole ? "RECEIVED" : "RECEIVING")
                .param("length", whole ? bytes.length : bytes.length + 1)
                .param("received", bytes.length)
                .param("type", type.name())
                .param("expires", whole ? null : "2030-01-01T00:00:00Z", Types.VARCHAR)
                .param("finished", whole ? "2026-05-01T00:00:00Z" : null, Types.VARCHAR)
                .update();
        database.sql(
                        "insert into media.upload_part (upload, number, start, length, object, stored_length) values (?, 0, 0, ?, ?, ?)")
                .params(id, bytes.length, stored.address(), stored.storedLength())
                .update();
        return id;
    }
}
