package network.fanz.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The list {@code own-data/left-out.csv}: what, why, and the tables with spaces between, or {@code -} for a part of some. */
final class LeftOutList {
    private static final String FILE = "/own-data/left-out.csv";

    private LeftOutList() {}

    static List<LeftOut> read() {
        try (InputStream file = Objects.requireNonNull(LeftOutList.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";", 3))
                    .map(cells -> new LeftOut(cells[0], cells[1], tables(cells[2])))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Set<String> tables(String cell) {
        return cell.equals("-") ? Set.of() : Set.of(cell.split(" "));
    }
}
