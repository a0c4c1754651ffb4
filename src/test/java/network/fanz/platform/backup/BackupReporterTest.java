package network.fanz.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import network.fanz.platform.health.PartReport;
import network.fanz.testing.ManualClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Health says when the last backup was taken, and asks for one where it is too long ago. */
class BackupReporterTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    @TempDir
    private Path data;

    private BackupReporter reporter;

    @BeforeEach
    void installed() throws IOException {
        Files.createDirectory(data.resolve("secrets"));
        reporter = reporter(false);
    }

    @Test
    void aNewInstallationIsGivenTimeForItsFirst() throws IOException {
        Files.setLastModifiedTime(data.resolve("secrets"), FileTime.from(NOW.minus(Duration.ofHours(1))));
        assertThat(report().works()).isTrue();
        Files.setLastModifiedTime(data.resolve("secrets"), FileTime.from(NOW.minus(Duration.ofDays(3))));
        assertThat(report()).returns(false, PartReport::works).returns("None has been taken yet.", PartReport::says);
    }

    @Test
    void aBackupIsGoodForAsLongAsThereMayBeBetweenTwo() throws IOException {
        taken(NOW.minus(Duration.ofHours(5)));
        assertThat(report()).returns(true, PartReport::works);
        assertThat(report().says()).contains("10 March 2026, 07:00 UTC", "5 hours ago");
        taken(NOW.minus(Duration.ofSeconds(100)));
        assertThat(report().says()).contains(", 1 minute ago");
        taken(NOW.minus(Duration.ofDays(3)));
        assertThat(report()).returns(PartReport.Level.ATTENTION, PartReport::level);
    }

    @Test
    void aTimeThatLiesAheadIsNoBackup() throws IOException {
        taken(NOW.plus(Duration.ofHours(1)));
        assertThat(report().says()).contains("lies ahead");
    }

    private void taken(Instant at) throws IOException {
        Path mark = Backup.mark(data);
        if (!Files.exists(mark)) {
            Files.createFile(mark);
        }
        Files.setLastModifiedTime(mark, FileTime.from(at));
    }

    @Test
    void anOutsideDatabaseHasItsOwn() {
        assertThat(reporter(true).reports().getFirst()).returns(true, PartReport::works);
    }

    private BackupReporter reporter(boolean outside) {
        return new BackupReporter(data, outside, Duration.ofDays(2), new ManualClock(NOW));
    }

    private PartReport report() {
        return reporter.reports().getFirst();
    }
}
