package network.fanz.content.media.films;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import network.fanz.common.RedactedFailure;
import network.fanz.common.StopPhase;
import network.fanz.content.media.FilmRefused;
import network.fanz.platform.files.DurableFiles;
import network.fanz.platform.postgres.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts a process for each task and sees to its end: at its last word, at its time's end, and when this program stops. */
@Component
class FilmProcesses implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FilmProcesses.class);
    private static final int LAST_WORDS_MAX = 1000;

    private final FilmCommand command;
    private final Path folder;
    private final Path made;
    private final long alloc;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean open;

    FilmProcesses(DataFolder data, FilmSettings settings) {
        Path films = data.resolve("films");
        this.folder = films.resolve("empty");
        this.made = films.resolve("made");
        this.command =
                new FilmCommand(films.resolve("libraries"), settings.memoryMax().toBytes());
        this.alloc = Math.min(Integer.MAX_VALUE, settings.memoryMax().toBytes() / 4);
    }

    /**
     * Does a task.
     *
     * @param inputs what it may read, in its order; they are not closed
     * @return what it found
     * @throws FilmRefused if it says that nothing can be made of the film
     * @throws FilmTooSlow if it had to be ended
     * @throws IOException if it ended before its work did
     */
    Map<String, String> run(FilmTask task, List<SeekableByteChannel> inputs, FilmMaking making)
            throws IOException, FilmRefused {
        DurableFiles.makePrivate(folder);
        Process process = command.process(
                        folder, task.timeMax(), task.with("alloc", alloc).words())
                .start();
        running.add(process);
        long started = System.nanoTime();
        Executor late = CompletableFuture.delayedExecutor(task.timeMax().toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> end = CompletableFuture.runAsync(process::destroyForcibly, late);
        try {
            if (!open) {
                throw new IOException("The program stops");
            }
            return new FilmProcess(process, inputs, making, task.bytesMax()).listen();
        } catch (UncheckedIOException takers) {
            throw takers.getCause();
        } catch (IOException broken) {
            if (System.nanoTime() - started >= task.timeMax().toNanos()) {
                throw new FilmTooSlow(task.name(), broken);
            }
            throw new IOException("A film's " + task.name() + " ended early: " + lastWords(process), broken);
        } finally {
            end.cancel(false);
            process.destroyForcibly();
            running.remove(process);
        }
    }

    /** What it wrote beside its work, of which nobody reads more; it writes nothing of a film there. */
    private static String lastWords(Process process) throws IOException {
        InputStream errors = process.getErrorStream();
        return new String(errors.readNBytes(Math.min(errors.available(), LAST_WORDS_MAX)), StandardCharsets.UTF_8)
                .strip();
    }

    /** An empty folder for what is made, to be deleted by {@link #delete}; what a kill left in one goes at the next start. */
    Path newFolder() throws IOException {
        DurableFiles.makePrivate(made);
        return Files.createTempDirectory(made, "film");
    }

    void delete(Path inside) throws IOException {
        DurableFiles.delete(inside);
    }

    @Override
    public void start() {
        try {
            DurableFiles.delete(made);
        } catch (IOException kept) {
            LOG.warn("What was made of films before could not be deleted: {}", RedactedFailure.describe(kept));
        }
        open = true;
    }

    /** Before the jobs, which would wait for what these processes make. */
    @Override
    public void stop() {
        open = false;
        running.forEach(Process::destroyForcibly);
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    @Override
    public int getPhase() {
        return StopPhase.JOBS + 1;
    }

    /** A film that takes too long is like one that breaks what reads it: it is tried again, and then held. */
    static final class FilmTooSlow extends IOException {
        private static final long serialVersionUID = 1L;

        FilmTooSlow(String task, IOException broken) {
            super("A film's " + task + " took too long and was ended", broken);
        }
    }
}
