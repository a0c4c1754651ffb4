package network.fanz.content.catalogue;

import static network.fanz.common.Language.say;

/** Who may watch a published work. Whoever may, has shown their age before. */
public enum WorkAudience {
    EVERYONE("Everyone of age"),
    /** Whoever holds a pass of its creator. */
    SUPPORTERS("Supporters");

    private final String words;

    WorkAudience(String words) {
        this.words = words;
    }

    public String said() {
        return say(words);
    }
}
