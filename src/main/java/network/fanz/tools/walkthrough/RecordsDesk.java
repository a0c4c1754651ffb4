package network.fanz.tools.walkthrough;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a creator keeps of the people in their works, and says of a work: made as creators make it. */
public final class RecordsDesk {
    private static final String PATH = "/api/v1/compliance/performers";
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    private final ProgramAddress program;
    private final SignedInUser creator;

    public RecordsDesk(ProgramAddress program, SignedInUser creator) {
        this.program = program;
        this.creator = creator;
    }

    /**
     * A complete record of a person, with the scan of a document.
     *
     * @param oneself whether it is the creator, whose name is then that of their own document
     * @param scan the document as a picture
     */
    public String complete(boolean oneself, String given, String family, byte[] scan) {
        String id = begin(oneself, given, family, "1990-04-05");
        String document = document(id, Map.of());
        scan(id, document, scan).expect(NO_CONTENT);
        return id;
    }

    public String begin(boolean oneself, String given, String family, String born) {
        return creator.client()
                .api("POST", PATH, Map.of("oneself", oneself, "family", family, "given", given, "dateOfBirth", born))
                .expect(CREATED)
                .text("id");
    }

    /** @param otherwise what the document says otherwise than most */
    public String document(String id, Map<String, ?> otherwise) {
        Map<String, Object> document = new HashMap<>(Map.of(
                "type", "PASSPORT",
                "country", "DE",
                "issuer", "Stadt Köln",
                "number", "C01X00T47",
                "expiresOn", "2035-01-31",
                "recentPicture", true,
                "examinedOn", "2026-01-02",
                "examinedBy", IdentityDesk.NAME,
                "examinerAddress", "Hohe Straße 1, Köln"));
        document.putAll(otherwise);
        return creator.client()
                .api("POST", PATH + "/" + id + "/documents", document)
                .expect(CREATED)
                .text("id");
    }

    public HttpAnswer scan(String id, String document, byte[] scan) {
        UUID upload = new SentFile(program, creator).begin(scan, scan.length);
        return creator.client()
                .api("POST", PATH + "/" + id + "/documents/" + document + "/scan", Map.of("upload", upload));
    }

    /** Says who is in a work; with further fields, or others. */
    public HttpAnswer say(String work, List<String> people, Map<String, ?> otherwise) {
        Map<String, Object> statement = new HashMap<>(Map.of(
                "people", people,
                "producedOn", "2026-02-03",
                "timeZone", "Europe/Berlin",
                "country", "DE",
                "place", "Köln",
                "role", "PRIMARY",
                "producer", IdentityDesk.NAME,
                "producerAddress", "Hohe Straße 1, Köln"));
        statement.putAll(otherwise);
        return creator.client().api("POST", "/api/v1/works/" + work + "/people", statement);
    }

    /** The creator signs their own consent. */
    public HttpAnswer signOneself(String work, String performer) {
        return creator.client()
                .api(
                        "POST",
                        "/api/v1/works/" + work + "/people/" + performer + "/signature",
                        Map.of(
                                "name",
                                IdentityDesk.NAME,
                                "scopes",
                                List.of("DEPICTED", "PUBLISHED"),
                                "text",
                                1,
                                "language",
                                "en"));
    }

    /** Asks somebody by a letter. */
    public HttpAnswer ask(String work, String performer, String email) {
        return creator.client()
                .api(
                        "POST",
                        "/api/v1/works/" + work + "/people/" + performer + "/invitation",
                        Map.of("email", email, "language", "en"));
    }
}
