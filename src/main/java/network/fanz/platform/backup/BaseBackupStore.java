package network.fanz.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The two ends of a low-level base backup. */
final class BaseBackupStore {
    /**
     * @param text what PostgreSQL wants in the file {@code backup_label} of the copy
     * @param segments the files of the write-ahead log without which the copy is worth nothing
     */
    record BackupLabel(String text, List<String> segments) {}

    private BaseBackupStore() {}

    /** Until the connection ends, the server keeps every part of its log from now on, however much is written meanwhile. */
    static void retainWal(Connection connection) throws SQLException {
        String name = "fanz_backup_" + ProcessHandle.current().pid();
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    select pg_create_physical_replication_slot('%s', immediately_reserve => true, temporary => true)
                    """.formatted(name));
        }
    }

    static void start(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('fanz', fast => true)");
        }
    }

    static BackupLabel stop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select labelfile,
                               (regexp_match(labelfile, 'file ([0-9A-F]{24})'))[1] as first,
                               pg_walfile_name(lsn) as last
                        from pg_backup_stop(wait_for_archive => false)
                        """)) {
            row.next();
            return new BackupLabel(
                    row.getString("labelfile"), segments(connection, row.getString("first"), row.getString("last")));
        }
    }

    /** How many objects the database names, wherever they lie; none in a database that knows of no objects yet. */
    static long objectsNamed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('objects.object') is not null")) {
            row.next();
            if (!row.getBoolean(1)) {
                return 0;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(*) from objects.object where released_at is null")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Names sort by position, and all are of one timeline. */
    private static List<String> segments(Connection connection, String first, String last) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select name from pg_ls_waldir()
                        where name ~ '^[0-9A-F]{24}$' and name between '%s' and '%s' order by name
                        """.formatted(first, last))) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
