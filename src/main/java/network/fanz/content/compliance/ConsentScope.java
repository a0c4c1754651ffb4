package network.fanz.content.compliance;

import static network.fanz.common.Language.say;

import java.util.Set;

/** What a performer agrees to, each by itself. */
public enum ConsentScope {
    DEPICTED("Being in it"),
    PUBLISHED("That it is published"),
    DOWNLOADED("That it can be downloaded");

    /** Without these a work is not shown. */
    public static final Set<ConsentScope> NEEDED = Set.of(DEPICTED, PUBLISHED);

    private final String words;

    ConsentScope(String words) {
        this.words = words;
    }

    public String said() {
        return say(words);
    }
}
