package network.fanz.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import network.fanz.platform.files.DurableFiles;

/**
 * A real PostgreSQL in the data folder: fsync on, page checksums on, scram passwords, loopback only, a free port. Run by root it drops
 * to another user, for PostgreSQL refuses to be root.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    static final String DATABASE = "fanz";
    static final int CONNECTIONS_MAX = 100;
    private static final String SUPERUSER = "postgres";
    private static final Duration START_MAX = Duration.ofSeconds(60);
    private static final int START_TRIES = 5;

    private final DataFolder folder;
    private final Path home;
    private final Path cluster;
    private final List<String> asUser;
    private final ServerProcess process;
    private final ServerLog log;
    private volatile int port;

    private EmbeddedPostgres(DataFolder folder) {
        this.folder = folder;
        this.home = PostgresBinaries.unpacked(folder.path());
        this.cluster = folder.resolve("postgres");
        this.asUser = UnprivilegedUser.commandPrefix();
        this.process = new ServerProcess(cluster);
        this.log = new ServerLog(folder.resolve("postgres.log"));
    }

    /** What the server writes about itself. */
    ServerLog log() {
        return log;
    }

    /**
     * A new folder in which files of a cluster can be gathered that {@link #adopt} then makes the data folder's.
     *
     * @throws DataFolderInaccessible if the server could not reach it
     */
    public static Path stagingFolder(DataFolder folder) throws IOException {
        UnprivilegedUser.checkAccess(folder.path());
        Path part = folder.resolve("postgres.part");
        DurableFiles.delete(part);
        DurableFiles.makePrivate(part);
        return part;
    }

    /** Gives the server what was gathered; from now on it is the data folder's cluster. */
    public static void adopt(DataFolder folder, Path gathered) throws IOException {
        for (Path path : DurableFiles.walk(gathered)) {
            UnprivilegedUser.giveOwnership(path);
        }
        DurableFiles.moveDurably(gathered, folder.resolve("postgres"));
    }

    /** Starts the server of this folder, after making it if need be and taking over one that a killed program left behind. */
    public static EmbeddedPostgres start(DataFolder folder) {
        UnprivilegedUser.checkAccess(folder.path());
        EmbeddedPostgres server = new EmbeddedPostgres(folder);
        server.make();
        server.stopLeftover();
        server.startWithRetries();
        server.makeRolesAndDatabase();
        return server;
    }

    public String url() {
        return url(DATABASE);
    }

    public int port() {
        return port;
    }

    public String ownerPassword() {
        return folder.secret("postgres-owner");
    }

    public String programPassword() {
        return folder.secret("postgres-program");
    }

    /** The server's own superuser: for making roles and for backups, never for the program's work. */
    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(url("postgres"), SUPERUSER, folder.secret("postgres-superuser"));
    }

    /** The process id of the server's first process; empty if it does not run. */
    public Optional<Long> processId() {
        return process.running().map(ProcessHandle::pid);
    }

    boolean isRunning() {
        return process.running().isPresent();
    }

    /**
     * Starts a server that has ended, at the port where it was if that is still free.
     *
     * @throws RuntimeException if it does not start, as on a full disk; the next try may succeed
     */
    void startAgain() {
        process.forgetStale();
        startOnce();
    }

    /** Keeps what the server writes about itself within bounds. */
    void boundLog() {
        log.bound();
    }

    /** Ends the server and waits for its last write. */
    @Override
    public void close() {
        if (isRunning()) {
            run("stop", program("pg_ctl"), "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60", "stop");
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void make() {
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            return;
        }
        try {
            Path part = stagingFolder(folder);
            UnprivilegedUser.giveOwnership(part);
            Path password = folder.resolve("postgres.password");
            DataFolder.writeSecret(password, folder.secret("postgres-superuser"));
            UnprivilegedUser.giveOwnership(password);
            run(
                    "initdb",
                    program("initdb"),
                    "-D",
                    part.toString(),
                    "-U",
                    SUPERUSER,
                    "--auth=scram-sha-256",
                    "--pwfile=" + password,
                    "--data-checksums",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--locale=C.UTF-8");
            Files.delete(password);
            DurableFiles.moveDurably(part, cluster);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A killed program leaves its server running; we hold the folder's lock, so that server is nobody's. */
    private void stopLeftover() {
        close();
        process.forgetStale();
    }

    /** After a kill of the server its shared memory may still be in use for a moment; the next try succeeds. */
    private void startWithRetries() {
        RuntimeException last = null;
        for (int attempt = 0; attempt < START_TRIES; attempt++) {
            try {
                startOnce();
                return;
            } catch (StartFailed failed) {
                last = failed;
                pause(Duration.ofSeconds(1));
            }
        }
        throw new DataFolderUnusable(folder.path(), log.path(), log.lastReason(), last);
    }

    private void startOnce() {
        port = freePort(port);
        log.bound();
        UnprivilegedUser.createOwnedFile(log.path());
        List<String> options = List.of(
                "-p " + port,
                "-h 127.0.0.1",
                "-c unix_socket_directories=''",
                "-c max_connections=" + CONNECTIONS_MAX,
                "-c shared_buffers=256MB",
                "-c max_wal_size=2GB",
                "-c wal_level=replica",
                "-c max_wal_senders=4",
                "-c wal_compression=pglz",
                "-c password_encryption=scram-sha-256",
                "-c timezone=UTC",
                "-c idle_in_transaction_session_timeout=60s",
                "-c tcp_keepalives_idle=60");
        run(
                "start",
                program("pg_ctl"),
                "-D",
                cluster.toString(),
                "-l",
                log.path().toString(),
                "-w",
                "-t",
                Long.toString(START_MAX.toSeconds()),
                "-o",
                String.join(" ", options),
                "start");
    }

    private void makeRolesAndDatabase() {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            PostgresStore.makeRoles(statement, ownerPassword(), programPassword());
            PostgresStore.makeDatabase(statement, DATABASE);
        } catch (SQLException failed) {
            throw new IllegalStateException("PostgreSQL's roles could not be made", failed);
        }
    }

    private String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private void run(String what, String... command) {
        List<String> all = new ArrayList<>(asUser);
        all.addAll(List.of(command));
        try {
            Path output = Files.createTempFile("fanz-postgres-", ".log");
            Process process = new ProcessBuilder(all)
                    .directory(folder.path().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(90, TimeUnit.SECONDS);
            String said = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                throw new StartFailed("PostgreSQL's " + what + " failed: " + said.strip());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** @param wanted zero for any */
    private static int freePort(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            if (wanted != 0) {
                return freePort(0);
            }
            throw new UncheckedIOException(taken);
        }
    }

    private static void pause(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** One of PostgreSQL's programs said no. */
    private static final class StartFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StartFailed(String message) {
            super(message);
        }
    }
}
