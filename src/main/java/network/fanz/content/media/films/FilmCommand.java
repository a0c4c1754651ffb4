package network.fanz.content.media.films;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import network.fanz.content.media.films.child.FilmChild;

/** How the process is started: this program's own file, with little memory, and with limits that the system holds. */
final class FilmCommand {
    /** The shell sets the limits and becomes the process. A system that knows one of them not does without. */
    private static final String LIMITED = "ulimit -c 0 2>/dev/null || :; ulimit -v \"$1\" 2>/dev/null || :;"
            + " ulimit -t \"$2\" 2>/dev/null || :; ulimit -n 1024 2>/dev/null || :; ulimit -f 400000 2>/dev/null || :;"
            + " shift 2; exec \"$@\"";

    private static final int PROCESSORS = 2;
    private static final int KILOBYTE = 1024;

    private final Path libraries;
    private final long memory;

    /** @param libraries where the libraries are unpacked, once */
    FilmCommand(Path libraries, long memory) {
        this.libraries = libraries;
        this.memory = memory;
    }

    ProcessBuilder process(Path folder, Duration timeMax, List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                LIMITED,
                "films",
                Long.toString(memory / KILOBYTE),
                Long.toString((timeMax.toSeconds() + 1) * PROCESSORS),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:CompressedClassSpaceSize=32m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dorg.bytedeco.javacpp.cachedir=" + libraries,
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-cp",
                classPath()));
        command.addAll(mainClass());
        command.addAll(words);
        ProcessBuilder process =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment().clear();
        process.environment().put("LANG", "C.UTF-8");
        process.environment().put("MALLOC_ARENA_MAX", "2");
        return process;
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** In a jar that holds jars only its own loader finds a class. */
    private static List<String> mainClass() {
        String main = FilmChild.class.getName();
        String place = String.valueOf(FilmChild.class.getResource("FilmChild.class"));
        return place.startsWith("jar:nested:")
                ? List.of("-Dloader.main=" + main, "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of(main);
    }
}
