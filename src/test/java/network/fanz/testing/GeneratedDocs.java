package network.fanz.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files in {@code docs} that are made from the code: a test fails when one is out of date, and {@code -Dgenerate=true} writes them anew. */
public final class GeneratedDocs {
    private GeneratedDocs() {}

    /** Compares the text with the committed file, or writes it. */
    public static void check(Path file, String text) {
        try {
            if (Boolean.getBoolean("generate")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
                return;
            }
            String committed = Files.exists(file) ? Files.readString(file) : "";
            assertThat(committed.equals(text))
                    .as("%s is made from the code and is out of date: run ./fanz generate and commit it", file)
                    .isTrue();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
