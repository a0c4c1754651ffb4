package network.fanz.platform.cardnumbers;

import java.util.regex.Pattern;

/**
 * The one field in which a number may look like a card's: what the issuer of an identity document has numbered it with. Some of these have as
 * many digits and the same check digit. What stands there is sealed, and seen by custodians and its creator alone.
 */
final class DocumentNumbers {
    static final String FIELD = "number";

    /** How deep it may lie: in the document, or in the document of an amendment. */
    static final int DEPTH_MAX = 2;

    private static final String ID = "/[0-9a-f-]{36}";
    private static final Pattern PAGES = Pattern.compile("/studio/people" + ID + "/documents(?:" + ID + ")?");
    private static final Pattern API =
            Pattern.compile("/api/v1/compliance/performers" + ID + "/documents(?:" + ID + "/amendments)?");

    private DocumentNumbers() {}

    /** Whether a request to this path tells of a document. */
    static boolean areSentTo(String path) {
        return PAGES.matcher(path).matches() || API.matcher(path).matches();
    }
}
