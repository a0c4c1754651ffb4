package network.fanz.tools.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.platform.settings.SettingNames;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Before anything starts: a sample is made only in an empty folder, one that is made is only started, and what is a sample stays on this machine. */
final class SampleGuard implements EnvironmentPostProcessor, Ordered {
    static final String UNFINISHED = "unfinished";
    static final String MADE = "made";
    /** The JDK's client reads this when it is first used: the sample's people name the brands' hosts, which no name service knows. */
    private static final String HEADERS = "jdk.httpclient.allowRestrictedHeaders";

    /**
     * The settings that a sample may have, by how their names begin: numbers, and what lies in its own folder. Anything else, those to
     * come included, might name another's database, keys, mail or provider.
     */
    private static final List<String> INSIDE = Stream.of(
                    "fanz.analytics.",
                    "fanz.currency.",
                    "fanz.data.",
                    "fanz.events.",
                    "fanz.films.",
                    "fanz.fraud.",
                    "fanz.idempotency.",
                    "fanz.identity.",
                    "fanz.jobs.",
                    "fanz.ledger.",
                    "fanz.intake.",
                    "fanz.intelligence.",
                    "fanz.limits.",
                    "fanz.moderation.",
                    "fanz.monitoring.",
                    "fanz.pictures.",
                    "fanz.postgres.connections-max",
                    "fanz.postgres.transaction-timeout",
                    "fanz.program.",
                    "fanz.sample.",
                    "fanz.sandbox.",
                    "fanz.web.")
            .map(SettingNames::canonical)
            .toList();

    private static final Map<String, Object> NOTHING_TO_MAKE = Map.of("fanz.sample.make", "false");
    private static final String SPRINGS_MAIL = "spring.mail.host";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Path folder = Path.of(environment.getProperty("fanz.data.folder", "data"));
        boolean make = environment.getProperty("fanz.sample.make", Boolean.class, false);
        if (make && isMade(folder)) {
            environment.getPropertySources().addFirst(new MapPropertySource("the sample is made", NOTHING_TO_MAKE));
        } else if (make) {
            empty(folder);
            System.setProperty(HEADERS, "host,origin");
        } else if (!isSample(folder)) {
            return;
        } else if (!read(folder).equals(MADE)) {
            throw halfMade(folder);
        }
        inside(environment, folder);
    }

    private static boolean isMade(Path folder) {
        return isSample(folder) && read(folder).equals(MADE);
    }

    private static boolean isSample(Path folder) {
        return Files.exists(folder.resolve(DataFolder.SAMPLE_MARK));
    }

    private static SampleRefused halfMade(Path folder) {
        return new SampleRefused(
                "The sample in " + folder + " was left half made.", "Delete the folder and make it again.");
    }

    private static void empty(Path folder) {
        if (isSample(folder)) {
            throw halfMade(folder);
        }
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            if (files.findAny().isPresent()) {
                throw new SampleRefused(
                        "A sample is made only in an empty data folder, and " + folder + " is not empty.",
                        "Name another with --data.");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void inside(ConfigurableEnvironment environment, Path folder) {
        List<String> outside = Stream.concat(
                        SettingNames.ours(environment).filter(SampleGuard::mayLeave),
                        Stream.of(SPRINGS_MAIL).filter(environment::containsProperty))
                .toList();
        boolean local = Arrays.asList(environment.getActiveProfiles()).contains("local");
        if (!outside.isEmpty() || !local) {
            throw new SampleRefused(
                    folder + " is a sample, and nothing of a sample leaves this machine.",
                    local ? "Take away " + String.join(", ", outside) + "." : "Run it with ./fanz up.");
        }
    }

    private static boolean mayLeave(String name) {
        return INSIDE.stream().noneMatch(SettingNames.canonical(name)::startsWith);
    }

    private static String read(Path folder) {
        try {
            return Files.readString(folder.resolve(DataFolder.SAMPLE_MARK), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** After all files of settings have been read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
