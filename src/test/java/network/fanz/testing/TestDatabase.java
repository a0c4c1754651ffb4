package network.fanz.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.platform.postgres.EmbeddedPostgres;
import network.fanz.platform.postgres.Migrations;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One real server for all tests of a run, and a database of its own, migrated, for each that asks. */
public final class TestDatabase {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final String url;

    private TestDatabase(String url) {
        this.url = url;
    }

    /** A new database with every module's tables in it. */
    public static TestDatabase fresh() {
        TestDatabase database = empty();
        Migrations.run(database.asOwner(), "fanz_app");
        return database;
    }

    public static TestDatabase empty() {
        String name = "test_" + NAMES.incrementAndGet();
        try (Connection connection = Server.INSTANCE.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner fanz_owner");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return new TestDatabase("jdbc:postgresql://127.0.0.1:" + Server.INSTANCE.port() + "/" + name);
    }

    public String url() {
        return url;
    }

    /** The role that owns the tables. */
    public DataSource asOwner() {
        return new DriverManagerDataSource(url, "fanz_owner", Server.INSTANCE.ownerPassword());
    }

    /** The role that the program works with, one new connection a call: wrap it in a pool for load. */
    public DataSource asProgram() {
        return new DriverManagerDataSource(url, "fanz_app", Server.INSTANCE.programPassword());
    }

    /** The settings that point a program at this database. */
    public String[] settings(Path dataFolder) {
        return new String[] {
            "--fanz.data.folder=" + dataFolder,
            "--fanz.postgres.url=" + url,
            "--fanz.postgres.owner-password=" + Server.INSTANCE.ownerPassword(),
            "--fanz.postgres.program-password=" + Server.INSTANCE.programPassword(),
            "--server.port=0"
        };
    }

    /** Runs before the server stops, at the end of all tests. */
    static void beforeStop(Runnable step) {
        Server.BEFORE_STOP.push(step);
    }

    private static final class Server {
        static final Deque<Runnable> BEFORE_STOP = new ConcurrentLinkedDeque<>();
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            Path folder = Folders.forPostgres("test-postgres");
            DataFolder data = DataFolder.open(folder);
            EmbeddedPostgres server = EmbeddedPostgres.start(data);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder), "stop-test-postgres"));
            return server;
        }

        private static void stop(EmbeddedPostgres server, Path folder) {
            BEFORE_STOP.forEach(Runnable::run);
            server.close();
            Folders.delete(folder);
        }
    }
}
