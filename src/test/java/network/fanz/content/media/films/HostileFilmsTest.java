package network.fanz.content.media.films;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import network.fanz.content.media.FilmRefusal;
import network.fanz.content.media.FilmRefused;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.testing.TestFilms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Files that mean harm: each is refused with a reason, in bounded time, and the next film is read as ever. */
class HostileFilmsTest {
    private static final byte[] CLIP = TestFilms.clip(2, 320, 180);

    @TempDir
    private static Path folder;

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
    void aFilmThatWasCutOffInItsHeadIsUnreadable() {
        assertRefused(Arrays.copyOf(CLIP, 400), FilmRefusal.UNREADABLE, FilmRefusal.NO_PICTURES);
    }

    @Test
    void aFilmThatWasCutOffLaterGivesTheFramesThatItHas() throws Exception {
        assertThat(frames(Arrays.copyOf(CLIP, CLIP.length * 2 / 3))).isBetween(1, 2);
    }

    @Test
    void atomsInTheWrongOrderAreUnreadable() {
        byte[] reversed = new byte[CLIP.length];
        int at = 0;
        for (byte[] box : boxes(CLIP).reversed()) {
            System.arraycopy(box, 0, reversed, at, box.length);
            at += box.length;
        }
        assertThatThrownBy(() -> probe(reversed)).isInstanceOfAny(FilmRefused.class, IOException.class);
    }

    @Test
    void noiseBehindAFilmsFirstBytesIsUnreadable() {
        byte[] noise = Arrays.copyOf(CLIP, 100_000);
        new Random(1).nextBytes(noise);
        System.arraycopy(CLIP, 0, noise, 0, 28);
        assertRefused(noise, FilmRefusal.UNREADABLE, FilmRefusal.NO_PICTURES);
    }

    @Test
    void aHeadThatAnnouncesTooManyPixelsIsRefusedBeforeAnythingIsDecoded() {
        byte[] bomb = CLIP.clone();
        int at = new String(bomb, StandardCharsets.ISO_8859_1).indexOf("avc1");
        ByteBuffer.wrap(bomb).putShort(at + 28, (short) 30_000).putShort(at + 30, (short) 30_000);
        assertRefused(bomb, FilmRefusal.TOO_MANY_PIXELS);
    }

    @Test
    void aFilmWithoutAFrameHasNoDuration() {
        int head = new String(CLIP, StandardCharsets.ISO_8859_1).indexOf("sidx") - 4;
        assertThatThrownBy(() -> probe(Arrays.copyOf(CLIP, head)))
                .isInstanceOfSatisfying(
                        FilmRefused.class,
                        refused -> assertThat(refused.reason()).isIn(FilmRefusal.NO_DURATION, FilmRefusal.UNREADABLE));
    }

    @Test
    void tenThousandFramesAreReadInBoundedTime() throws Exception {
        long begun = System.nanoTime();
        assertThat(frames(TestFilms.clip(334, 32, 32, false))).isEqualTo(334);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void aPlaylistReachesForNothing() throws Exception {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            stranger.setSoTimeout(500);
            String address = "http://127.0.0.1:" + stranger.getLocalPort() + "/a.ts";
            for (String list : List.of(
                    "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n" + address + "\n#EXT-X-ENDLIST\n",
                    "ffconcat version 1.0\nfile '" + address + "'\n",
                    "ffconcat version 1.0\nfile '/etc/passwd'\n")) {
                byte[] behind = (new String(CLIP, 0, 28, StandardCharsets.ISO_8859_1) + list)
                        .getBytes(StandardCharsets.ISO_8859_1);
                assertRefused(
                        list.getBytes(StandardCharsets.ISO_8859_1), FilmRefusal.UNREADABLE, FilmRefusal.NO_PICTURES);
                assertRefused(behind, FilmRefusal.UNREADABLE, FilmRefusal.NO_PICTURES);
            }
            assertThatThrownBy(stranger::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void oneThatTakesTooLongIsEndedWithItsProcess() {
        FilmTask task =
                task("frames").with("side", 160).with("every", 1).with("at", "").with("size", CLIP.length);
        FilmTask hasty = new FilmTask("frames", task.arguments(), Duration.ofMillis(50), 1L << 30);
        assertThatThrownBy(() -> run(hasty, CLIP, new FilmMaking() {})).isInstanceOf(FilmProcesses.FilmTooSlow.class);
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(child -> child.info().commandLine().orElse("").contains(folder.toString())))
                .isEmpty();
    }

    @Test
    void whatGivesMoreThanItMayIsEnded() {
        FilmTask task = task("frames").with("side", 160).with("every", 1).with("at", "");
        FilmTask small = new FilmTask("frames", task.arguments(), Duration.ofMinutes(1), 100_000);
        assertThatThrownBy(() -> run(small, CLIP, new FilmMaking() {
                    @Override
                    public void frame(long millis, int width, int height, byte[] rgb) {}
                }))
                .isInstanceOf(IOException.class);
    }

    private static List<byte[]> boxes(byte[] film) {
        List<byte[]> boxes = new ArrayList<>();
        for (int at = 0; at < film.length; ) {
            int length = ByteBuffer.wrap(film, at, 4).getInt();
            boxes.add(Arrays.copyOfRange(film, at, at + length));
            at += length;
        }
        return boxes;
    }

    private void assertRefused(byte[] film, FilmRefusal... reasons) {
        assertThatThrownBy(() -> probe(film))
                .isInstanceOfSatisfying(
                        FilmRefused.class,
                        refused -> assertThat(refused.reason()).isIn((Object[]) reasons));
    }

    private FilmFacts probe(byte[] film) throws IOException, FilmRefused {
        return FilmFacts.of(run(task("probe"), film, new FilmMaking() {}));
    }

    private int frames(byte[] film) throws IOException, FilmRefused {
        List<Long> times = new ArrayList<>();
        run(task("frames").with("side", 160).with("every", 1000).with("at", ""), film, new FilmMaking() {
            @Override
            public void frame(long millis, int width, int height, byte[] rgb) {
                times.add(millis);
            }
        });
        return times.size();
    }

    private static FilmTask task(String name) {
        return new FilmTask(name, Map.of(), Duration.ofMinutes(1), 1L << 30)
                .with("format", "mov")
                .with("streams", 16)
                .with("pixels", 9_000_000)
                .with("seconds", 14_400)
                .with("rate", 120)
                .with("frames", 100_000);
    }

    private Map<String, String> run(FilmTask task, byte[] film, FilmMaking making) throws IOException, FilmRefused {
        JoinedBytes bytes = new JoinedBytes(List.of(JoinedBytes.of(film)));
        return processes.run(task.with("size", bytes.size()), List.of(bytes), making);
    }
}
