package network.fanz.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;

/** Records of people in works, and works with people in them, made as creators make them. */
public final class TestRecords {
    private static final String PATH = "/api/v1/compliance/performers";

    private TestRecords() {}

    /** A complete record of a person, with the scan of a document; of the creator if the name is that of their own document. */
    public static String complete(
            RunningFanz program, SignedInUser creator, boolean oneself, String given, String family) {
        String id = begun(creator, oneself, given, family, "1990-04-05");
        String document = documented(creator, id, Map.of());
        scanned(program, creator, id, document).expect(204);
        return id;
    }

    public static String begun(SignedInUser creator, boolean oneself, String given, String family, String born) {
        return creator.client()
                .api("POST", PATH, Map.of("oneself", oneself, "family", family, "given", given, "dateOfBirth", born))
                .expect(201)
                .text("id");
    }

    /** @param otherwise what the document says otherwise than most */
    public static String documented(SignedInUser creator, String id, Map<String, ?> otherwise) {
        Map<String, Object> document = new HashMap<>(Map.of(
                "type",
                "PASSPORT",
                "country",
                "DE",
                "issuer",
                "Stadt Köln",
                "number",
                "C01X00T47",
                "expiresOn",
                "2035-01-31",
                "recentPicture",
                true,
                "examinedOn",
                "2026-01-02",
                "examinedBy",
                "Ada Maker",
                "examinerAddress",
                "Hohe Straße 1, Köln"));
        document.putAll(otherwise);
        return creator.client()
                .api("POST", PATH + "/" + id + "/documents", document)
                .expect(201)
                .text("id");
    }

    public static HttpAnswer scanned(RunningFanz program, SignedInUser creator, String id, String document) {
        UUID upload = TestUploads.whole(program, creator, TestUploads.picture());
        return creator.client()
                .api("POST", PATH + "/" + id + "/documents/" + document + "/scan", Map.of("upload", upload));
    }

    public static String work(RunningFanz program, SignedInUser creator, String title) {
        UUID upload = TestUploads.whole(program, creator, TestUploads.picture());
        return creator.client()
                .api("POST", "/api/v1/works", Map.of("upload", upload.toString(), "title", title))
                .expect(201)
                .text("id");
    }

    /** Says who is in a work; with further fields, or others. */
    public static HttpAnswer said(SignedInUser creator, String work, List<String> people, Map<String, ?> otherwise) {
        Map<String, Object> statement = new HashMap<>(Map.of(
                "people",
                people,
                "producedOn",
                "2026-02-03",
                "timeZone",
                "Europe/Berlin",
                "country",
                "DE",
                "place",
                "Köln",
                "role",
                "PRIMARY",
                "producer",
                "Ada Maker",
                "producerAddress",
                "Hohe Straße 1, Köln"));
        statement.putAll(otherwise);
        return creator.client().api("POST", "/api/v1/works/" + work + "/people", statement);
    }
}
