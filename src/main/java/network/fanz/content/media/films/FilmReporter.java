package network.fanz.content.media.films;

import java.util.List;
import network.fanz.common.Sentence;
import network.fanz.content.media.films.FilmTools.FilmLibraries;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.health.PartReporter;
import org.springframework.stereotype.Component;

/** Says whether films can be read on this machine. */
@Component
final class FilmReporter implements PartReporter {
    private static final String PART = "Films";

    private final FilmTools tools;

    FilmReporter(FilmTools tools) {
        this.tools = tools;
    }

    @Override
    public List<PartReport> reports() {
        FilmLibraries found = tools.found();
        if (found == null) {
            return List.of(PartReport.works(PART, "Nobody has asked yet whether films can be read here."));
        }
        if (found.areWhole()) {
            return List.of(
                    PartReport.works(PART, Sentence.of("Films are read and made by FFmpeg {0}.", found.version())));
        }
        return List.of(
                found.version().isEmpty()
                        ? PartReport.attention(
                                PART,
                                "Films cannot be read here: the process that does it does not start. Films wait, and nothing is lost.",
                                "The program must be built for this system, and the data folder must allow programs to be run from it. It tries again by itself.")
                        : PartReport.attention(
                                PART,
                                Sentence.of(
                                        "Films cannot be made here: FFmpeg lacks {0}. Films wait, and nothing is lost.",
                                        found.missing()),
                                Sentence.of("The program must be built with the libraries that its build names.")));
    }
}
