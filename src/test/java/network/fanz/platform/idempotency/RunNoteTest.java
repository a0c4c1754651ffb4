package network.fanz.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a data folder tells of the run that had it before. */
class RunNoteTest {
    private final UUID run = UUID.randomUUID();

    @TempDir
    Path folder;

    @Test
    void tellsOfAKilledRunInThisVeryFolder() {
        RunNote.besideDatabase(folder).write(run);
        assertThat(RunNote.besideDatabase(folder).killed()).contains(run);
        RunNote.withDatabase(folder).write(run);
        assertThat(RunNote.withDatabase(folder).killed()).contains(run);
    }

    @Test
    void tellsNothingOfARunThatEndedByItself() {
        RunNote.withDatabase(folder).write(run);
        RunNote.withDatabase(folder).takeAway();
        assertThat(RunNote.withDatabase(folder).killed()).isEmpty();
    }

    @Test
    void tellsNothingInACopyOfTheFolderWhoseFirstNodeMayStillLive() throws IOException {
        RunNote.besideDatabase(folder).write(run);
        Path copy = Files.createDirectory(folder.resolve("copy"));
        Files.copy(folder.resolve("fanz.run"), copy.resolve("fanz.run"));
        assertThat(RunNote.besideDatabase(copy).killed()).isEmpty();
        assertThat(RunNote.withDatabase(copy).killed()).isEmpty();
    }

    @Test
    void tellsNothingIfTheNoteCannotBeRead() throws IOException {
        for (String damaged : new String[] {"", "x\nwith its database\n", run.toString()}) {
            Files.writeString(folder.resolve("fanz.run"), damaged);
            assertThat(RunNote.withDatabase(folder).killed()).as(damaged).isEmpty();
        }
    }
}
