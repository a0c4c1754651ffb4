package network.fanz.content.search;

import static network.fanz.common.Language.say;

/** In which order works are found. */
public enum SearchOrder {
    RELEVANCE("Best match"),
    NEWEST("Newest");

    private final String words;

    SearchOrder(String words) {
        this.words = words;
    }

    public String said() {
        return say(words);
    }
}
