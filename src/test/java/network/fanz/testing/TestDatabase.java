package network.fanz.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.platform.postgres.EmbeddedPostgres;
import network.fanz.platform.postgres.Migrations;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One real server for all tests of a run, and a database of its own, migrated, for each that asks. */
public final class TestDatabase {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final String url;

    private TestDatabase(String url) {
        this.url = url;
    }

    /** A new database with every module's tables in it: a copy of one that is migrated once a run. */
    public static TestDatabase fresh() {
        return made("template " + Server.MIGRATED);
    }

    public static TestDatabase empty() {
        return made("");
    }

    private static TestDatabase made(String from) {
        String name = "test_" + NAMES.incrementAndGet();
        Server.create(name, from);
        return new TestDatabase(Server.url(name));
    }

    /** Puts the server's programs into a data folder, for a server of the test's own: they are unpacked once a run. */
    public static void lendPrograms(Path data) {
        try (Stream<Path> files = Files.list(Server.FOLDER)) {
            Path programs = files.filter(
                            file -> Files.exists(file.resolve("bin").resolve("postgres")))
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(Files.createDirectories(data).resolve(programs.getFileName()), programs);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The port that all tests' databases answer on. */
    public static int port() {
        return Server.INSTANCE.port();
    }

    /** The same database, seen from the near end of a line to its server. */
    public TestDatabase through(DatabaseProxy databaseProxy) {
        return new TestDatabase(url.replace(":" + port() + "/", ":" + databaseProxy.port() + "/"));
    }

    public String url() {
        return url;
    }

    /** Has the server write out what it holds. The files that its log has filled until then are filled again. */
    public void checkpoint() throws SQLException {
        try (Connection connection = Server.INSTANCE.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    /** The role that owns the tables. */
    public DataSource asOwner() {
        return new DriverManagerDataSource(url, "fanz_owner", Server.INSTANCE.ownerPassword());
    }

    /** The same over one connection that is kept: for a test that writes many rows, in one thread. */
    public DataSource asOwnerOnOneConnection() {
        return new SingleConnectionDataSource(url, "fanz_owner", Server.INSTANCE.ownerPassword(), true);
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
        static final Path FOLDER = TestFolders.forPostgres("test-postgres");
        static final EmbeddedPostgres INSTANCE = start();
        static final String MIGRATED = migrated();

        private static String migrated() {
            create("migrated", "");
            DataSource owner = new DriverManagerDataSource(url("migrated"), "fanz_owner", INSTANCE.ownerPassword());
            Migrations.run(owner, "fanz_app");
            return "migrated";
        }

        static String url(String database) {
            return "jdbc:postgresql://127.0.0.1:" + INSTANCE.port() + "/" + database;
        }

        static void create(String name, String from) {
            try (Connection connection = INSTANCE.superuser();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + " owner fanz_owner " + from);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static EmbeddedPostgres start() {
            DataFolder data = DataFolder.open(FOLDER);
            EmbeddedPostgres server = EmbeddedPostgres.start(data);
            greetQuickly(server);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, FOLDER), "stop-test-postgres"));
            return server;
        }

        /** Tests open thousands of connections; the passwords are as long and as random as ever. */
        private static void greetQuickly(EmbeddedPostgres server) {
            try (Connection connection = server.superuser();
                    Statement statement = connection.createStatement()) {
                statement.execute("set scram_iterations = 1");
                statement.execute("alter role fanz_owner password '" + server.ownerPassword() + "'");
                statement.execute("alter role fanz_app password '" + server.programPassword() + "'");
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static void stop(EmbeddedPostgres server, Path folder) {
            BEFORE_STOP.forEach(Runnable::run);
            server.close();
            TestFolders.delete(folder);
        }
    }
}
