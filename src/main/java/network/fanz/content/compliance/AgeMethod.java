package network.fanz.content.compliance;

import static network.fanz.common.Language.say;

/** How somebody has shown that they are of age. */
public enum AgeMethod {
    DOCUMENT_AND_FACE("A document, and a face that fits it"),
    DOCUMENT("A document"),
    CREDIT_CARD("A credit card"),
    FACE_ESTIMATE("An estimate from the face");

    private final String words;

    AgeMethod(String words) {
        this.words = words;
    }

    public String said() {
        return say(words);
    }
}
