package network.fanz.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import network.fanz.common.Sentence;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.health.PartReporter;

/** When the last backup was taken. A new installation is given as long for its first as there may be between two. */
final class BackupReporter implements PartReporter {
    private static final String PART = "Backup";
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String HELP = "Take one with ./fanz backup; docs/operations.md says how.";

    private final Path data;
    private final boolean outside;
    private final Duration ageMax;
    private final Clock clock;

    /** @param outside whether the database is an outside PostgreSQL, which has backups of its own */
    BackupReporter(Path data, boolean outside, Duration ageMax, Clock clock) {
        this.data = data;
        this.outside = outside;
        this.ageMax = ageMax;
        this.clock = clock;
    }

    @Override
    public List<PartReport> reports() {
        if (outside) {
            return List.of(PartReport.works(
                    PART, "The outside PostgreSQL has its own, and this program does not see when they are taken."));
        }
        try {
            Optional<Instant> last = written(Backup.mark(data));
            return List.of(last.isPresent() ? ofLast(last.get()) : ofNone());
        } catch (IOException failed) {
            return List.of(PartReport.attention(PART, "The data folder does not say when the last was taken.", HELP));
        }
    }

    private PartReport ofLast(Instant last) {
        Duration age = Duration.between(last, clock.instant());
        // A mark from under a clock that was ahead says nothing.
        if (age.isNegative()) {
            return PartReport.attention(PART, "The time of the last lies ahead: a clock was wrong.", HELP);
        }
        Sentence says = Sentence.of("The last was taken on {0}, {1} ago.", date(last), words(age));
        return age.compareTo(ageMax) > 0
                ? PartReport.attention(PART, says, Sentence.of(HELP))
                : PartReport.works(PART, says);
    }

    private PartReport ofNone() throws IOException {
        boolean young = written(data.resolve("secrets"))
                .filter(made -> made.plus(ageMax).isAfter(clock.instant()))
                .isPresent();
        return young
                ? PartReport.works(PART, Sentence.of("None yet: this installation is younger than {0}.", words(ageMax)))
                : PartReport.attention(PART, "None has been taken yet.", HELP);
    }

    private static Optional<Instant> written(Path file) throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private static Sentence date(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        return Sentence.of(
                "{0} {1} {2}, {3} UTC",
                utc.getDayOfMonth(),
                Sentence.of(utc.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
                utc.getYear(),
                HOUR.format(utc));
    }

    private static Sentence words(Duration time) {
        if (time.toDays() > 1) {
            return Sentence.of("{0} days", time.toDays());
        }
        return time.toHours() > 1
                ? Sentence.of("{0} hours", time.toHours())
                : Sentence.of(time.toMinutes() == 1 ? "{0} minute" : "{0} minutes", time.toMinutes());
    }
}
