package network.fanz.platform.vault;

import network.fanz.platform.postgres.BorrowedPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mark of the keys that this database was sealed with. */
@Repository
class InstallationStore {
    private final JdbcClient client;

    InstallationStore(JdbcClient client) {
        this.client = client;
    }

    static InstallationStore of(BorrowedPostgres server) {
        return new InstallationStore(JdbcClient.create(server.asProgram()));
    }

    /** The mark that counts: the one given now if there was none. */
    byte[] markOrFirst(byte[] mark) {
        client.sql("insert into vault.installation (mark) values (:mark) on conflict do nothing")
                .param("mark", mark)
                .update();
        return client.sql("select mark from vault.installation")
                .query(byte[].class)
                .single();
    }
}
