package network.fanz.content.media.films;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import network.fanz.content.media.FilmRefused;
import network.fanz.content.media.FilmsBusy;
import network.fanz.content.media.FilmsMissing;
import network.fanz.content.media.UploadFiles;
import network.fanz.content.media.UploadType;
import org.springframework.stereotype.Component;

/** Looks into films, some at once, within the limits that settings give. */
@Component
class Films {
    private static final long FRAME_BYTES_MAX = 1L << 40;

    private final FilmProcesses processes;
    private final FilmTools tools;
    private final FilmSettings settings;
    private final UploadFiles files;
    private final Semaphore turns;

    Films(FilmProcesses processes, FilmTools tools, FilmSettings settings, UploadFiles files) {
        this.processes = processes;
        this.tools = tools;
        this.settings = settings;
        this.files = files;
        this.turns = new Semaphore(settings.atOnce(), true);
    }

    /** What it is. */
    FilmFacts probe(UUID upload) throws IOException, FilmRefused {
        takeTurn();
        try {
            return FilmFacts.of(run(upload, task("probe", settings.lookMax()), List.of(), new FilmMaking() {}));
        } finally {
            turns.release();
        }
    }

    /**
     * Its frames.
     *
     * @param side no frame is wider or higher
     * @param choice which: {@code every} so many milliseconds, or {@code at} which, with commas
     */
    Map<String, String> frames(UUID upload, FilmFacts film, int side, Map<String, String> choice, FilmMaking making)
            throws IOException, FilmRefused {
        takeTurn();
        try {
            FilmTask task = task("frames", timeFor(film))
                    .with("side", side)
                    .with("every", "0")
                    .with("at", "");
            for (Map.Entry<String, String> chosen : choice.entrySet()) {
                task = task.with(chosen.getKey(), chosen.getValue());
            }
            return run(upload, task, List.of(), making);
        } finally {
            turns.release();
        }
    }

    /** How long anything may take that goes through the whole film. */
    Duration timeFor(FilmFacts film) {
        return settings.lookMax().plusMillis(film.millis() * settings.stretch());
    }

    /** A task with the limits that hold for every film. */
    FilmTask task(String name, Duration timeMax) {
        long seconds = settings.lengthMax().toSeconds();
        return new FilmTask(name, Map.of(), timeMax, FRAME_BYTES_MAX)
                .with("streams", settings.streamsMax())
                .with("pixels", settings.pixelsMax())
                .with("seconds", seconds)
                .with("rate", settings.rateMax())
                .with("frames", seconds * settings.rateMax());
    }

    /** Does a task on a film, and on what else it may read. */
    Map<String, String> run(UUID upload, FilmTask task, List<SeekableByteChannel> more, FilmMaking making)
            throws IOException, FilmRefused {
        if (!tools.areThere()) {
            throw new FilmsMissing();
        }
        try (SeekableByteChannel film = files.open(upload)) {
            FilmTask whole = task.with("size", film.size()).with("format", format(files.type(upload)));
            return processes.run(
                    whole, Stream.concat(Stream.of(film), more.stream()).toList(), making);
        }
    }

    private static String format(UploadType type) {
        return switch (type) {
            case MP4, QUICKTIME -> "mov";
            case WEBM, MATROSKA -> "matroska";
            case JPEG, PNG, WEBP -> throw new IllegalArgumentException("A picture is no film");
        };
    }

    private void takeTurn() throws FilmsBusy {
        try {
            if (!turns.tryAcquire(settings.waitMax().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new FilmsBusy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new FilmsBusy();
        }
    }
}
