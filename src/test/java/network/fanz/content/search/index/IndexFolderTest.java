package network.fanz.content.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import network.fanz.content.catalogue.ListedStamp;
import network.fanz.content.catalogue.ListedWorks;
import network.fanz.content.catalogue.WorkAudience;
import network.fanz.content.search.SearchOrder;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestWorks;
import network.fanz.tools.walkthrough.SignedInUser;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index in a folder of its own, made of a running program's works. */
@Tag("database")
class IndexFolderTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final SignedInUser CREATOR = FANZ.users().verifiedCreator();

    @TempDir
    Path place;

    @Test
    void whatIsMadeOfNothingIsWhatWasFed() throws IOException {
        TestWorks.picture(FANZ, CREATOR, WorkAudience.EVERYONE, "First");
        IndexFolder folder = new IndexFolder(place);
        try (WorkIndex fed = made(folder)) {
            TestWorks.picture(FANZ, CREATOR, WorkAudience.EVERYONE, "Second");
            String gone = TestWorks.picture(FANZ, CREATOR, WorkAudience.EVERYONE, "Third");
            feed().compare(fed, done -> {}, () -> false);
            assertThat(fed.stamps()).containsKey(UUID.fromString(gone));
            CREATOR.client()
                    .api("POST", "/api/v1/works/" + gone + "/withdrawal")
                    .expect(204);
            feed().bring(fed, List.of(UUID.fromString(gone)));
            fed.purge();
            try (WorkIndex anew = new IndexFolder(place.resolve("anew")).begin()) {
                feed().compare(anew, done -> {}, () -> false);
                assertThat(fed.stamps()).isEqualTo(anew.stamps()).doesNotContainKey(UUID.fromString(gone));
                assertThat(fed.stamps()).containsAllEntriesOf(stamps());
            }
        }
    }

    @Test
    void whatWasNotFinishedIsMadeAnew() throws IOException {
        IndexFolder folder = new IndexFolder(place);
        AtomicInteger asked = new AtomicInteger();
        try (WorkIndex half = folder.begin()) {
            feed().compare(half, done -> {}, () -> asked.getAndIncrement() > 0);
            half.commit();
        }
        assertThat(folder.open()).isEmpty();
        try (WorkIndex whole = made(folder)) {
            assertThat(whole.stamps()).containsAllEntriesOf(stamps());
        }
        assertThat(place.resolve("building")).doesNotExist();
    }

    @Test
    void whatIsDamagedOrOfAnotherFormatIsNotOpened() throws IOException {
        String work = TestWorks.picture(FANZ, CREATOR, WorkAudience.EVERYONE, "Damaged");
        IndexFolder folder = new IndexFolder(place);
        made(folder).close();
        try (WorkIndex opened = folder.open().orElseThrow()) {
            assertThat(opened.find(new TermQuery(new Term(WorkFields.WORK, work)), SearchOrder.NEWEST, 5))
                    .hasSize(1);
        }
        Path mark = place.resolve("works/format");
        String format = Files.readString(mark);
        Files.writeString(mark, "0 lucene 9");
        assertThat(folder.open()).isEmpty();
        Files.writeString(mark, format);
        flip(largest());
        assertThat(folder.open()).isEmpty();
        made(folder).close();
        Files.delete(largest());
        assertThat(folder.open()).isEmpty();
        made(folder).close();
        assertThat(folder.open()).hasValueSatisfying(index -> closeQuietly(index));
    }

    private static void closeQuietly(WorkIndex index) {
        try (index) {
            assertThat(index.stamps()).isNotEmpty();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private Path largest() throws IOException {
        try (Stream<Path> files = Files.list(place.resolve("works"))) {
            return files.max(java.util.Comparator.comparingLong(
                            file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static WorkIndex made(IndexFolder folder) throws IOException {
        try (WorkIndex begun = folder.begin()) {
            feed().compare(begun, done -> {}, () -> false);
        }
        return folder.swap();
    }

    private static IndexFeed feed() {
        return FANZ.bean(IndexFeed.class);
    }

    private static Map<UUID, String> stamps() {
        Map<UUID, String> stamps = new HashMap<>();
        ListedWorks works = FANZ.bean(ListedWorks.class);
        for (ListedStamp stamp : works.stamps(null, 100_000)) {
            stamps.put(stamp.work(), stamp.stamp());
        }
        return stamps;
    }
}
