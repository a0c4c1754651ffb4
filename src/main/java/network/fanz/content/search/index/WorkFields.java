package network.fanz.content.search.index;

import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import network.fanz.content.catalogue.PublishedWork;
import network.fanz.content.catalogue.StampedWork;
import network.fanz.content.search.SearchKind;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/** What the index holds of a work. A change here is another {@link IndexFolder#FORMAT}. */
final class WorkFields {
    static final String WORK = "work";
    static final String TITLE = "title";
    static final String DESCRIPTION = "description";
    static final String TAG_WORDS = "tags";
    static final String CREATOR_WORDS = "by";
    static final String TAG = "tag";
    static final String CREATOR = "creator";
    static final String KIND = "kind";
    static final String AUDIENCE = "audience";
    static final String YEAR = "year";
    static final String PUBLISHED = "published";
    static final String IDS = "ids";
    static final String TAG_LIST = "tagList";
    static final String STAMP = "stamp";

    private WorkFields() {}

    /**
     * @param name what the creator is called
     * @param handle empty if they have none
     */
    static Document document(StampedWork listed, String name, String handle) {
        PublishedWork work = listed.work();
        Document document = new Document();
        exact(document, WORK, work.id().toString());
        exact(document, CREATOR, work.creator().toString());
        exact(document, KIND, kind(work).name());
        exact(document, AUDIENCE, work.showing().audience().name());
        exact(
                document,
                YEAR,
                Integer.toString(work.publishedAt().atOffset(ZoneOffset.UTC).getYear()));
        work.tags().forEach(tag -> exact(document, TAG, tag));
        text(document, TITLE, work.title());
        text(document, DESCRIPTION, work.description());
        work.showing()
                .warnings()
                .forEach(warning -> text(
                        document,
                        DESCRIPTION,
                        warning.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        text(document, TAG_WORDS, String.join(" ", work.tags()));
        document.add(new TextField(CREATOR_WORDS, name + " " + handle, Field.Store.NO));
        document.add(new NumericDocValuesField(PUBLISHED, micros(work)));
        document.add(new BinaryDocValuesField(IDS, ids(work.id(), work.release())));
        document.add(new BinaryDocValuesField(TAG_LIST, new BytesRef(String.join(" ", work.tags()))));
        document.add(new BinaryDocValuesField(STAMP, new BytesRef(listed.stamp())));
        return document;
    }

    private static long micros(PublishedWork work) {
        return TimeUnit.SECONDS.toMicros(work.publishedAt().getEpochSecond())
                + work.publishedAt().getNano() / 1_000;
    }

    private static SearchKind kind(PublishedWork work) {
        return work.type().isFilm() ? SearchKind.FILM : SearchKind.PICTURE;
    }

    private static void exact(Document document, String field, String value) {
        document.add(new StringField(field, value, Field.Store.NO));
    }

    private static void text(Document document, String field, String value) {
        for (String each : List.of(field, field + WordAnalysis.ENGLISH, field + WordAnalysis.GERMAN)) {
            document.add(new TextField(each, value, Field.Store.NO));
        }
    }

    private static BytesRef ids(UUID work, UUID release) {
        return new BytesRef(ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(work.getMostSignificantBits())
                .putLong(work.getLeastSignificantBits())
                .putLong(release.getMostSignificantBits())
                .putLong(release.getLeastSignificantBits())
                .array());
    }
}
