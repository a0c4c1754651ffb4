package network.fanz.content.catalogue;

import static network.fanz.common.Language.say;

/** What becomes of a work that was bought. */
public enum BoughtWorkState {
    /** It is published, and opens to whoever bought it. */
    PLAYABLE("Playable"),
    /** It is looked at again, or its creator has no page at the moment. */
    NOT_SHOWN("Not shown at the moment"),
    /** Nobody sees it any more. */
    TAKEN_DOWN("Taken down"),
    /** The money went back, and the work with it. */
    RETURNED("Given back");

    private final String words;

    BoughtWorkState(String words) {
        this.words = words;
    }

    public String said() {
        return say(words);
    }
}
