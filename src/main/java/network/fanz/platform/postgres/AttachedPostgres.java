package network.fanz.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * A data folder's PostgreSQL for the length of one command: the running program's, or, when none runs, a server of the command's own,
 * which holds the folder meanwhile.
 */
public final class AttachedPostgres implements AutoCloseable {
    private static final int PORT_LINE = 3;

    private final Path folder;
    private final int port;
    private final @Nullable DataFolder held;
    private final @Nullable EmbeddedPostgres own;

    private AttachedPostgres(Path folder, int port, @Nullable DataFolder held, @Nullable EmbeddedPostgres own) {
        this.folder = folder;
        this.port = port;
        this.held = held;
        this.own = own;
    }

    /**
     * @throws DataFolderMissing if there is no database in the folder
     * @throws DataFolderInUse if a program has the folder open whose server does not answer, as while it starts or stops
     */
    public static AttachedPostgres of(Path folder) {
        if (!Files.isDirectory(folder.resolve("postgres"))) {
            throw new DataFolderMissing(folder);
        }
        try {
            DataFolder held = DataFolder.open(folder);
            EmbeddedPostgres own = EmbeddedPostgres.start(held);
            return new AttachedPostgres(folder, own.port(), held, own);
        } catch (DataFolderInUse running) {
            return new AttachedPostgres(folder, portOf(folder, running), null, null);
        }
    }

    /** Reads, with the program's own rights, an outside database where the settings name one, or else the data folder's. */
    public static <T> T read(PostgresSettings settings, Path folder, Function<DataSource, T> reader) {
        if (settings.isOutside()) {
            return reader.apply(new DriverManagerDataSource(
                    String.valueOf(settings.url()),
                    settings.programName(),
                    Objects.requireNonNullElse(settings.programPassword(), "")));
        }
        try (AttachedPostgres server = of(folder)) {
            return reader.apply(server.asProgram());
        }
    }

    /** What a command says when it could not do its work: where a database was asked, in the database's own words. */
    public static String why(RuntimeException failed) {
        return failed.getCause() instanceof SQLException said
                ? "The database could not be used: " + said.getMessage()
                : String.valueOf(failed.getMessage());
    }

    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", secret("postgres-superuser"));
    }

    /** Connections with the program's own rights, a new one a call. */
    public DataSource asProgram() {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedPostgres.DATABASE;
        return new SimpleDriverDataSource(new org.postgresql.Driver(), url, "fanz_app", secret("postgres-program"));
    }

    /** Where the server's files are. */
    public Path cluster() {
        return folder.resolve("postgres");
    }

    @Override
    public void close() {
        if (own != null && held != null) {
            own.close();
            held.close();
        }
    }

    private static int portOf(Path folder, DataFolderInUse running) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"));
            return Integer.parseInt(lines.get(PORT_LINE).strip());
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException notYetOrNoMore) {
            running.addSuppressed(notYetOrNoMore);
            throw running;
        }
    }

    private String secret(String name) {
        try {
            return Files.readString(folder.resolve("secrets").resolve(name)).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
