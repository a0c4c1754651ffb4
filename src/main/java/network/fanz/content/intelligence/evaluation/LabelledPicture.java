package network.fanz.content.intelligence.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A picture with what people say that it is.
 *
 * @param explicit whether it shows sex, photographed or drawn
 * @param slice what it is counted under besides; empty for nothing
 */
record LabelledPicture(Path file, boolean explicit, String slice) {
    static final int MOST = 100_000;

    /**
     * A list in which each line names a file, from the list's own folder, and a label; the first line names the columns.
     *
     * @param by the column whose values are counted apart; null for none
     * @throws IllegalArgumentException saying what in it cannot be read
     */
    static List<LabelledPicture> read(Path list, @Nullable String by) throws IOException {
        List<String> lines = Files.readAllLines(list).stream()
                .filter(line -> !line.isBlank())
                .toList();
        if (lines.isEmpty() || lines.size() > MOST + 1) {
            throw new IllegalArgumentException("A list has a first line and at most " + MOST + " pictures");
        }
        List<String> columns = fields(lines.getFirst());
        int file = column(columns, "file");
        int label = column(columns, "label");
        int slice = by == null ? -1 : column(columns, by);
        List<LabelledPicture> pictures = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = fields(line);
            if (fields.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "Line " + (pictures.size() + 2) + " has other columns than the first");
            }
            pictures.add(new LabelledPicture(
                    list.toAbsolutePath().resolveSibling(fields.get(file)),
                    isExplicit(fields.get(label), pictures.size() + 2),
                    slice < 0 ? "" : fields.get(slice)));
        }
        return pictures;
    }

    private static boolean isExplicit(String label, int line) {
        return switch (label.toLowerCase(Locale.ROOT)) {
            case "explicit" -> true;
            case "other" -> false;
            default -> throw new IllegalArgumentException("Line " + line + ": a label is explicit or other");
        };
    }

    private static int column(List<String> columns, String name) {
        int at = columns.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("The first line names no column " + name);
        }
        return at;
    }

    private static List<String> fields(String line) {
        return List.of(line.split(line.indexOf(';') < 0 ? "," : ";", -1)).stream()
                .map(String::strip)
                .toList();
    }
}
