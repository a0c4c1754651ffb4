package network.fanz.content.search;

import static network.fanz.common.Language.say;

/** What a work is. */
public enum SearchKind {
    PICTURE("Pictures"),
    FILM("Films");

    private final String words;

    SearchKind(String words) {
        this.words = words;
    }

    public String said() {
        return say(words);
    }
}
