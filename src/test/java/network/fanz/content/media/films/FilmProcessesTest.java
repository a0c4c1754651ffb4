package network.fanz.content.media.films;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import network.fanz.content.media.FilmRefused;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.testing.TestFilms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** A film is looked into by a process that knows nothing else and ends with its work. */
class FilmProcessesTest {
    private static final byte[] CLIP = TestFilms.clip(3, 320, 180);

    @TempDir
    private Path folder;

    private DataFolder data;
    private FilmProcesses processes;

    @BeforeEach
    void start() {
        data = DataFolder.open(folder);
        processes = new FilmProcesses(
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
    }

    @AfterEach
    void stop() {
        processes.stop();
        data.close();
    }

    @Test
    void saysWhatAFilmIs() throws Exception {
        FilmFacts film = FilmFacts.of(run(task("probe"), CLIP, new FilmMaking() {}));
        assertThat(film.width()).isEqualTo(320);
        assertThat(film.height()).isEqualTo(180);
        assertThat(film.millis()).isBetween(2990L, 3100L);
        assertThat(film.rate()).isEqualTo(30_000);
        assertThat(film.hasSound()).isTrue();
    }

    @Test
    void givesAFrameASecond() throws Exception {
        List<Long> times = new ArrayList<>();
        run(task("frames").with("side", 160).with("every", 1000).with("at", ""), CLIP, new FilmMaking() {
            @Override
            public void frame(long millis, int width, int height, byte[] rgb) {
                times.add(millis);
                assertThat(width).isEqualTo(160);
                assertThat(height).isEqualTo(90);
            }
        });
        assertThat(times).containsExactly(0L, 1000L, 2000L);
    }

    @Test
    void aFilmThatIsTurnedIsSeenUpright() throws Exception {
        byte[] turned = CLIP.clone();
        int matrix = new String(turned, StandardCharsets.ISO_8859_1).indexOf("tkhd") + 44;
        int[] quarterToTheRight = {0, 0x00010000, 0, 0xFFFF0000, 0, 0, 0, 0, 0x40000000};
        for (int at = 0; at < quarterToTheRight.length; at++) {
            ByteBuffer.wrap(turned).putInt(matrix + at * Integer.BYTES, quarterToTheRight[at]);
        }
        FilmFacts film = FilmFacts.of(run(task("probe"), turned, new FilmMaking() {}));
        assertThat(film.width()).isEqualTo(180);
        assertThat(film.height()).isEqualTo(320);
        run(task("frames").with("side", 160).with("every", 1000).with("at", ""), turned, new FilmMaking() {
            @Override
            public void frame(long millis, int width, int height, byte[] rgb) {
                assertThat(List.of(width, height)).containsExactly(90, 160);
            }
        });
    }

    @Test
    void aProcessEndsWhenNobodyListensAnyMore() throws Exception {
        FilmTask task =
                task("frames").with("side", 160).with("every", 1).with("at", "").with("size", CLIP.length);
        Process orphan = new FilmCommand(folder.resolve("libraries"), 3L << 30)
                .process(
                        folder,
                        Duration.ofMinutes(1),
                        task.with("alloc", 1 << 29).words())
                .start();
        orphan.getInputStream().close();
        orphan.getOutputStream().close();
        assertThat(orphan.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private FilmTask task(String name) {
        return new FilmTask(name, Map.of(), Duration.ofMinutes(1), 1L << 30)
                .with("format", "mov")
                .with("streams", 16)
                .with("pixels", 9_000_000)
                .with("seconds", 14_400)
                .with("rate", 120)
                .with("frames", 100_000);
    }

    private Map<String, String> run(FilmTask task, byte[] film, FilmMaking making) throws IOException, FilmRefused {
        Path file = Files.write(folder.resolve("film"), film);
        try (SeekableByteChannel channel = FileChannel.open(file)) {
            return processes.run(task.with("size", channel.size()), List.of(channel), making);
        }
    }
}
