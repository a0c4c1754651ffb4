package network.fanz.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Reads what the database's server and this program have used so far: two readings make a measurement. */
public final class ResourceMeter implements AutoCloseable {
    /** Linux counts processor time in hundredths of a second (proc(5), USER_HZ). */
    private static final double TICKS = 100;

    private final Connection connection;
    private final long postmaster;
    private final OperatingSystemMXBean program = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** @param database whose size is meant; processor time and WAL are the whole server's */
    public ResourceMeter(DataSource database) throws SQLException {
        this.connection = database.getConnection();
        this.postmaster = Long.parseLong(stat(number("select pg_backend_pid()"))[1]);
    }

    /** Seconds of processor time, and bytes. */
    public record ResourceUse(double serverSeconds, double programSeconds, long walBytes, long diskBytes) {
        public ResourceUse minus(ResourceUse before) {
            return new ResourceUse(
                    serverSeconds - before.serverSeconds,
                    programSeconds - before.programSeconds,
                    walBytes - before.walBytes,
                    diskBytes - before.diskBytes);
        }
    }

    public ResourceUse read() throws SQLException {
        return new ResourceUse(
                serverSeconds(),
                program.getProcessCpuTime() / 1e9,
                number("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn"),
                number("select pg_database_size(current_database())"));
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The first process, its children that live, and those that have ended. */
    private double serverSeconds() {
        String[] own = stat(postmaster);
        double ticks =
                Long.parseLong(own[11]) + Long.parseLong(own[12]) + Long.parseLong(own[13]) + Long.parseLong(own[14]);
        try (Stream<ProcessHandle> children =
                ProcessHandle.of(postmaster).orElseThrow().children()) {
            return (ticks + children.mapToDouble(child -> ticks(child.pid())).sum()) / TICKS;
        }
    }

    private static double ticks(long process) {
        try {
            String[] fields = stat(process);
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (UncheckedIOException endedMeanwhile) {
            return 0;
        }
    }

    /** The fields behind the command's name: state, parent, ... utime at 11, stime, cutime, cstime. */
    private static String[] stat(long process) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
