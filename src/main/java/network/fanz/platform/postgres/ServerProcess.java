package network.fanz.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first process of a cluster's server. The server notes its number in {@code postmaster.pid}; after a crash that number may be
 * anybody's, so a process counts as the server only if it is a PostgreSQL of this very folder. Nobody else's process is ever ended.
 */
final class ServerProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final String SERVER = "postgres";

    private enum Owner {
        OURS,
        FOREIGN,
        UNKNOWN
    }

    private final Path cluster;
    private final Path note;

    ServerProcess(Path cluster) {
        this.cluster = cluster;
        this.note = cluster.resolve("postmaster.pid");
    }

    Optional<ProcessHandle> running() {
        return noted().filter(process -> owner(process) == Owner.OURS);
    }

    /** Deletes a note whose number somebody else's process has: PostgreSQL would take that one for a server and not start. */
    void forgetStale() {
        noted().filter(process -> owner(process) == Owner.FOREIGN).ifPresent(process -> {
            LOG.warn(
                    "The note of a server that has ended names process {}, which is none: it is deleted",
                    process.pid());
            try {
                Files.deleteIfExists(note);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private Optional<ProcessHandle> noted() {
        try {
            List<String> lines = Files.readAllLines(note, StandardCharsets.UTF_8);
            return lines.isEmpty()
                    ? Optional.empty()
                    : alive(Long.parseLong(lines.getFirst().strip()));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** A process that has ended and that nobody has waited for yet still has its number, and does nothing any more. */
    private static Optional<ProcessHandle> alive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> !isDefunct(pid));
    }

    private static boolean isDefunct(long pid) {
        try {
            String state = Files.readString(proc(pid, "stat"), StandardCharsets.ISO_8859_1);
            int end = state.lastIndexOf(')');
            return end > 0 && state.startsWith("Z", end + 2);
        } catch (IOException noSuchFolder) {
            return false;
        }
    }

    private Owner owner(ProcessHandle process) {
        List<String> words = commandLine(process);
        if (words.isEmpty()) {
            return Owner.UNKNOWN;
        }
        if (!words.getFirst().substring(words.getFirst().lastIndexOf('/') + 1).equals(SERVER)) {
            return Owner.FOREIGN;
        }
        int folder = words.indexOf("-D") + 1;
        if (folder > 0 && folder < words.size()) {
            return isCluster(words.get(folder)) ? Owner.OURS : Owner.FOREIGN;
        }
        // Started by hand: a server works in its folder.
        try {
            return isCluster(Files.readSymbolicLink(proc(process.pid(), "cwd")).toString())
                    ? Owner.OURS
                    : Owner.FOREIGN;
        } catch (IOException | UnsupportedOperationException hidden) {
            return Owner.UNKNOWN;
        }
    }

    private boolean isCluster(String folder) {
        try {
            return Files.isSameFile(Path.of(folder), cluster);
        } catch (IOException | InvalidPathException elsewhere) {
            return false;
        }
    }

    /** From the system's own file where there is one: it tells of other users' processes too. */
    private static List<String> commandLine(ProcessHandle process) {
        try {
            String line = Files.readString(proc(process.pid(), "cmdline"), StandardCharsets.UTF_8);
            return line.isEmpty() ? List.of() : Arrays.asList(line.split("\0"));
        } catch (IOException noSuchFolder) {
            List<String> words = new ArrayList<>();
            process.info().command().ifPresent(words::add);
            process.info().arguments().ifPresent(arguments -> words.addAll(Arrays.asList(arguments)));
            return words;
        }
    }

    private static Path proc(long pid, String file) {
        return Path.of("/proc", Long.toString(pid), file);
    }
}
