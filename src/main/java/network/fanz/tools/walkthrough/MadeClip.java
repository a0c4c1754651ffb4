package network.fanz.tools.walkthrough;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Films that are made to be sent, by the same libraries as the program's and in a process of their own. */
public final class MadeClip {
    private static final String MAKER = "network.fanz.content.media.films.child.ClipMaker";
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    /** As the maker's messages count. */
    private static final int OUTPUT = 3;

    private MadeClip() {}

    /**
     * A clip with moving figures, 30 frames a second; each one is another.
     *
     * @param sound whether it has a tone
     */
    public static byte[] of(int seconds, int width, int height, boolean sound) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(main());
        command.addAll(List.of(
                "alloc=1000000000",
                "seconds=" + seconds,
                "width=" + width,
                "height=" + height,
                "sound=" + (sound ? 1 : 0),
                "seed=" + ThreadLocalRandom.current().nextLong()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return outputs(new DataInputStream(process.getInputStream()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** In a jar that holds jars only its own loader finds a class. */
    private static List<String> main() {
        String place = String.valueOf(MadeClip.class.getResource("MadeClip.class"));
        return place.startsWith("jar:nested:") ? List.of("-Dloader.main=" + MAKER, LAUNCHER) : List.of(MAKER);
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
