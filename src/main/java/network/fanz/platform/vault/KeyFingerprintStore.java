package network.fanz.platform.vault;

import network.fanz.platform.postgres.AttachedPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mark of the keys that this database was sealed with. */
@Repository
class KeyFingerprintStore {
    private final JdbcClient client;

    KeyFingerprintStore(JdbcClient client) {
        this.client = client;
    }

    static KeyFingerprintStore of(AttachedPostgres server) {
        return new KeyFingerprintStore(JdbcClient.create(server.asProgram()));
    }

    /** The mark that counts: the one given now if there was none. */
    byte[] fingerprintOrFirst(byte[] mark) {
        client.sql("insert into vault.installation (mark) values (:mark) on conflict do nothing")
                .param("mark", mark)
                .update();
        return client.sql("select mark from vault.installation")
                .query(byte[].class)
                .single();
    }
}
