package network.fanz.platform.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The mark that a database carries once all migrations have run. */
final class MigrationDigestStore {
    private final DataSource owner;

    MigrationDigestStore(DataSource owner) {
        this.owner = owner;
    }

    boolean has(String digest) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            return exists(statement, "select to_regclass('postgres.migrated') is not null")
                    && exists(
                            statement, "select exists (select from postgres.migrated where digest = '" + digest + "')");
        }
    }

    void set(String digest) throws SQLException {
        try (Connection connection = owner.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into postgres.migrated values (?) on conflict do nothing")) {
            statement.setString(1, digest);
            statement.executeUpdate();
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
