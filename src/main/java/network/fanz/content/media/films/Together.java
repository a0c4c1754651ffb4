package network.fanz.content.media.films;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import network.fanz.content.media.FilmRefused;

/** Does a few tasks at the same time. All have ended when it returns, whatever became of them. */
final class Together {
    private Together() {}

    @FunctionalInterface
    interface Making<T> {
        void on(T part) throws IOException, FilmRefused;
    }

    /** @throws FilmRefused what the first that failed threw; the same for {@link IOException} */
    static <T> void each(List<T> parts, Making<T> work) throws IOException, FilmRefused {
        List<Future<Void>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T part : parts) {
                running.add(threads.submit(() -> {
                    work.on(part);
                    return null;
                }));
            }
        }
        for (Future<Void> ended : running) {
            result(ended);
        }
    }

    private static void result(Future<Void> ended) throws IOException, FilmRefused {
        try {
            ended.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The program stops", stopped);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException broken -> throw broken;
                case FilmRefused refused -> throw refused;
                case RuntimeException fault -> throw fault;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }
}
