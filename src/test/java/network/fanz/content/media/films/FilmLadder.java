package network.fanz.content.media.films;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.fanz.content.media.FilmRefused;
import network.fanz.platform.postgres.DataFolder;
import org.springframework.util.unit.DataSize;

/** Makes all rungs of a film as the program does, each decoded again, and says how long it took; for the bench. */
public final class FilmLadder {
    private static final double NANOS_A_SECOND = 1e9;

    private FilmLadder() {}

    /**
     * In seconds of the clock on the wall.
     *
     * @param first until the lowest rung could be played
     * @param all until the last was there
     */
    public record LadderTimes(double first, double all) {}

    public static LadderTimes of(byte[] film, Path folder) throws IOException, FilmRefused {
        DataFolder data = DataFolder.open(folder);
        FilmProcesses processes = new FilmProcesses(
                data,
                new FilmSettings(
                        Duration.ofHours(4),
                        9_000_000,
                        120,
                        16,
                        2,
                        2,
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        8,
                        DataSize.ofGigabytes(3)));
        processes.start();
        try {
            FilmFacts facts = FilmFacts.of(run(processes, task("probe"), film, new FilmMaking() {}));
            long begun = System.nanoTime();
            double first = 0;
            for (List<Rung> together : LadderMaker.together(Rung.of(facts), 2)) {
                Together.each(together, rung -> make(processes, rung, film));
                double since = (System.nanoTime() - begun) / NANOS_A_SECOND;
                first = first == 0 ? since : first;
            }
            return new LadderTimes(first, (System.nanoTime() - begun) / NANOS_A_SECOND);
        } finally {
            processes.stop();
            data.close();
        }
    }

    private static void make(FilmProcesses processes, Rung rung, byte[] film) throws IOException, FilmRefused {
        MarkImage mark = MarkImage.of("@somebody 0123abcd", 1);
        FilmTask task = task("rung")
                .with("width", rung.width())
                .with("height", rung.height())
                .with("bits", rung.bits())
                .with("rate", rung.rate())
                .with("segment", rung.segment())
                .with("mark_width", mark.width())
                .with("mark_height", mark.height());
        List<JoinedBytes.Piece> made = new ArrayList<>();
        JoinedBytes source = new JoinedBytes(List.of(JoinedBytes.of(film)));
        processes.run(task.with("size", source.size()), List.of(source, mark.channel()), new FilmMaking() {
            @Override
            public void output(String name, byte[] bytes) {
                made.add(JoinedBytes.of(bytes));
            }
        });
        JoinedBytes whole = new JoinedBytes(made);
        Map<String, String> said =
                processes.run(task("check").with("size", whole.size()), List.of(whole), new FilmMaking() {});
        if (FilmFacts.number(said, "damaged") != 0) {
            throw new IOException("A rung is damaged");
        }
    }

    private static Map<String, String> run(FilmProcesses processes, FilmTask task, byte[] film, FilmMaking making)
            throws IOException, FilmRefused {
        JoinedBytes bytes = new JoinedBytes(List.of(JoinedBytes.of(film)));
        return processes.run(task.with("size", bytes.size()), List.of(bytes), making);
    }

    private static FilmTask task(String name) {
        return new FilmTask(name, Map.of(), Duration.ofMinutes(10), 1L << 32)
                .with("format", "mov")
                .with("streams", 16)
                .with("pixels", 9_000_000)
                .with("seconds", 14_400)
                .with("rate", 120)
                .with("frames", 1_000_000);
    }
}
