package network.fanz.content.search.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import network.fanz.common.RedactedFailure;
import network.fanz.platform.files.DurableFiles;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the index lies: {@code works} is whole, {@code building} is one that was not finished. Which format it has stands beside it, written
 * last; so whatever a kill left is either whole or made anew.
 */
final class IndexFolder {
    /** Another one wherever fields or their analysis change, or Lucene's own format. */
    static final String FORMAT = "1 lucene 10";

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final String WHOLE = "works";
    private static final String BUILDING = "building";
    private static final String MARK = "format";

    private final Path folder;

    IndexFolder(Path folder) {
        this.folder = folder;
    }

    /** Empty if there is none that can be read. */
    Optional<WorkIndex> open() {
        Path whole = folder.resolve(WHOLE);
        try {
            Path mark = whole.resolve(MARK);
            if (!Files.exists(mark)
                    || !Files.readString(mark, StandardCharsets.UTF_8).equals(FORMAT)) {
                return Optional.empty();
            }
            WorkIndex index = new WorkIndex(whole, OpenMode.APPEND);
            try {
                index.check();
                return Optional.of(index);
            } catch (IOException | RuntimeException damaged) {
                index.close();
                throw damaged;
            }
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("The index cannot be read and is made anew: {}", RedactedFailure.describe(unreadable));
            return Optional.empty();
        }
    }

    /** An empty one beside the whole one, if there is one. */
    WorkIndex begin() throws IOException {
        Path building = folder.resolve(BUILDING);
        delete(building);
        DurableFiles.makePrivate(folder);
        DurableFiles.makePrivate(building);
        return new WorkIndex(building, OpenMode.CREATE);
    }

    /** Puts the one that was begun, closed by now, in the place of the whole one. */
    WorkIndex swap() throws IOException {
        Path building = folder.resolve(BUILDING);
        Path whole = folder.resolve(WHOLE);
        Files.writeString(building.resolve(MARK), FORMAT, StandardCharsets.UTF_8);
        delete(whole);
        Files.move(building, whole);
        return new WorkIndex(whole, OpenMode.APPEND);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> inside;
            try (Stream<Path> files = Files.walk(folder)) {
                inside = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : inside) {
                Files.delete(each);
            }
        }
    }
}
