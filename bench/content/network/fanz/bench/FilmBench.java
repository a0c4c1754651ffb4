package network.fanz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import network.fanz.content.media.FilmRefused;
import network.fanz.content.media.films.FilmLadder;
import network.fanz.content.media.films.FilmLadder.LadderTimes;
import network.fanz.platform.files.DurableFiles;
import network.fanz.testing.TestFilms;

/** How long all rungs of a clip take, against how long it plays. */
final class FilmBench {
    private static final double GOAL_FIRST_RUNG = 0.35;
    private static final double GOAL_LADDER = 0.8;
    private static final int SECONDS = 24;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private FilmBench() {}

    /** @return whether the goals are met */
    static boolean measure(BenchFigures figures) throws IOException {
        Path folder = Files.createTempDirectory("bench-films");
        try {
            // The first child unpacks the libraries, once for all.
            FilmLadder.of(TestFilms.clip(1, WIDTH, HEIGHT), folder);
            LadderTimes times = FilmLadder.of(TestFilms.clip(SECONDS, WIDTH, HEIGHT), folder);
            figures.put("content.first_rung_ratio", times.first() / SECONDS);
            figures.put("content.hls_ratio", times.all() / SECONDS);
            System.out.printf(
                    "a film of %d s in %dx%d: first rung after %.1f s, all after %.1f s%n",
                    SECONDS, WIDTH, HEIGHT, times.first(), times.all());
        } catch (FilmRefused refused) {
            throw new IOException(refused);
        } finally {
            DurableFiles.delete(folder);
        }
        return figures.get("content.first_rung_ratio") <= GOAL_FIRST_RUNG
                && figures.get("content.hls_ratio") <= GOAL_LADDER;
    }
}
