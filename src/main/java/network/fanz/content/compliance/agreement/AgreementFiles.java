package network.fanz.content.compliance.agreement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the versions of the agreement: the program's own, or those of a folder of the operator's. They are numbered from 1 without a gap. */
final class AgreementFiles {
    private static final String NAME = "provider-agreement-%d.txt";

    private AgreementFiles() {}

    /**
     * Texts by number.
     *
     * @param folder the operator's; null for the program's own
     * @throws IllegalStateException if the folder has no version 1
     */
    static SortedMap<Integer, String> read(@Nullable String folder) {
        SortedMap<Integer, String> texts = new TreeMap<>(Map.of());
        try {
            String text = read(folder, 1);
            for (int number = 1; text != null; text = read(folder, ++number)) {
                texts.put(number, text.replace("\r\n", "\n").strip());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (texts.isEmpty()) {
            throw new IllegalStateException("fanz.provider-agreement.folder is " + folder
                    + ", and there is no provider-agreement-1.txt in it.");
        }
        return texts;
    }

    private static @Nullable String read(@Nullable String folder, int number) throws IOException {
        String name = NAME.formatted(number);
        if (folder != null) {
            Path file = Path.of(folder, name);
            return Files.isRegularFile(file) ? Files.readString(file) : null;
        }
        try (InputStream file = AgreementFiles.class.getResourceAsStream("/compliance/" + name)) {
            return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
