package network.fanz.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** Films that the tests make themselves, by the same libraries as the program and in a process of their own. */
public final class TestFilms {
    private static final Path LIBRARIES = Path.of("target", "film-libraries").toAbsolutePath();
    /** As the program's {@code Word} counts. */
    private static final int OUTPUT = 3;

    private TestFilms() {}

    /** A clip with moving figures and a tone, 30 frames a second; each one is another. */
    public static byte[] clip(int seconds, int width, int height) {
        return clip(seconds, width, height, true);
    }

    public static byte[] clip(int seconds, int width, int height, boolean sound) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "--enable-native-access=ALL-UNNAMED",
                            "-Dorg.bytedeco.javacpp.cachedir=" + LIBRARIES,
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            "network.fanz.content.media.films.child.TestFilmMaker",
                            "alloc=1000000000",
                            "seconds=" + seconds,
                            "width=" + width,
                            "height=" + height,
                            "sound=" + (sound ? 1 : 0),
                            "seed=" + ThreadLocalRandom.current().nextLong())
                    .redirectError(ProcessBuilder.Redirect.to(
                            Path.of("target", "film-maker.log").toFile()))
                    .start();
            return outputs(new DataInputStream(process.getInputStream()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] outputs(DataInputStream said) throws IOException {
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        while (said.readUnsignedByte() == OUTPUT) {
            said.readUTF();
            film.write(said.readNBytes(said.readInt()));
        }
        return film.toByteArray();
    }
}
