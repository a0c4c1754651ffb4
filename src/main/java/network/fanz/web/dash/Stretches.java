package network.fanz.web.dash;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Lines in stretches. What a stretch needs is looked up in the reader's thread, and so in its transaction; then the stretch is written in
 * another thread while the reader reads the next. No more than two are in memory.
 */
final class Stretches<T> implements AutoCloseable {
    private static final int LENGTH = 2_000;

    private final Function<List<T>, Runnable> prepare;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private List<T> lines = new ArrayList<>(LENGTH);
    private Future<?> writing = threads.submit(() -> {});

    /** @param prepare looks up what the lines need, and says how they are written */
    Stretches(Function<List<T>, Runnable> prepare) {
        this.prepare = prepare;
    }

    /** @throws RuntimeException what writing an earlier stretch has thrown */
    void add(T line) {
        lines.add(line);
        if (lines.size() == LENGTH) {
            write();
        }
    }

    /** Writes what is left, and waits until all is written. */
    void end() {
        write();
        await();
    }

    private void write() {
        Runnable next = prepare.apply(lines);
        await();
        writing = threads.submit(next);
        lines = new ArrayList<>(LENGTH);
    }

    private void await() {
        try {
            writing.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a file was written", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        }
    }

    /** Nothing is written any more once this returns. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
