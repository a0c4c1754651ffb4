package network.fanz.content.media.films;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import network.fanz.common.RedactedFailure;
import network.fanz.content.media.FilmRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Knows whether films can be read here, by asking a process that has no film. */
@Component
class FilmTools {
    private static final Logger LOG = LoggerFactory.getLogger(FilmTools.class);

    private final FilmProcesses processes;
    private final FilmSettings settings;
    private volatile @Nullable FilmLibraries found;

    /**
     * What was found.
     *
     * @param version empty if no process starts
     * @param missing what it lacks, in its own words; empty if nothing
     */
    record FilmLibraries(String version, String missing) {
        boolean areWhole() {
            return !version.isEmpty() && missing.isEmpty();
        }
    }

    FilmTools(FilmProcesses processes, FilmSettings settings) {
        this.processes = processes;
        this.settings = settings;
    }

    /** Whether films can be read and made; it asks if nobody has asked yet. */
    boolean areThere() {
        FilmLibraries known = found;
        return (known == null ? look() : known).areWhole();
    }

    /** What was found at the last look; null before the first. */
    @Nullable FilmLibraries found() {
        return found;
    }

    /** Looks anew unless all is there. */
    void check() {
        FilmLibraries known = found;
        if (known == null || !known.areWhole()) {
            look();
        }
    }

    private FilmLibraries look() {
        FilmLibraries now = asked();
        if (!now.equals(found)) {
            if (now.areWhole()) {
                LOG.info("Films are read by FFmpeg {}, in processes of their own", now.version());
            } else {
                LOG.warn("Films cannot be read here and wait: {}", now);
            }
        }
        found = now;
        return now;
    }

    private FilmLibraries asked() {
        try {
            FilmTask task = new FilmTask("about", Map.of(), settings.lookMax().plus(Duration.ofMinutes(1)), 0);
            Map<String, String> said = processes.run(task, List.of(), new FilmMaking() {});
            String missing =
                    said.getOrDefault("missing_encoders", "") + " " + said.getOrDefault("missing_decoders", "");
            return new FilmLibraries(said.getOrDefault("version", ""), missing.strip());
        } catch (IOException | FilmRefused failed) {
            LOG.warn("No process for films starts: {}", RedactedFailure.describe(failed));
            return new FilmLibraries("", "");
        }
    }
}
