package network.fanz.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The list {@code own-data/left-out.csv}: what, why, and the tables with spaces between. */
final class LeftOutList {
    private static final String FILE = "/own-data/left-out.csv";

    private LeftOutList() {}

    static List<LeftOut> read() {
        try (InputStream file = Objects.requireNonNull(LeftOutList.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";", 3))
                    .map(cells -> new LeftOut(cells[0], cells[1], Set.of(cells[2].split(" "))))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
