package network.fanz.platform.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The roles and the database of an embedded server, and whether any server answers. */
final class PostgresStore {
    private PostgresStore() {}

    /** The passwords are hexadecimal digits that this program made, so they need no quoting. */
    static void makeRoles(Statement statement, String ownerPassword, String programPassword) throws SQLException {
        makeRole(statement, "fanz_owner", ownerPassword);
        makeRole(statement, "fanz_app", programPassword);
    }

    static void makeDatabase(Statement statement, String name) throws SQLException {
        if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
            statement.execute("create database " + name + " owner fanz_owner");
            statement.execute("revoke all on database " + name + " from public");
            statement.execute("grant connect on database " + name + " to fanz_app");
        }
    }

    /** Whether the server answers the program's role at all. */
    static void ping(JdbcClient jdbc) {
        jdbc.sql("select 1").query(Integer.class).single();
    }

    private static void makeRole(Statement statement, String name, String password) throws SQLException {
        String verb = exists(statement, "select 1 from pg_roles where rolname = '" + name + "'") ? "alter" : "create";
        statement.execute(verb + " role " + name + " login password '" + password + "'");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
