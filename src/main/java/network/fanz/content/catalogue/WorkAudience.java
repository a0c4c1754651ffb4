package network.fanz.content.catalogue;

import static network.fanz.common.Language.say;

/** Who may watch a published work. Whoever may, has shown their age before. Who has bought it by itself may in any case. */
public enum WorkAudience {
    EVERYONE("Everyone of age", false, false),
    /** Whoever holds a pass of its creator. */
    SUPPORTERS("Supporters", true, false),
    /** Whoever buys it by itself. */
    BUYERS("Whoever buys it", false, true),
    SUPPORTERS_AND_BUYERS("Supporters, and whoever buys it", true, true);

    private final String words;
    private final boolean supporters;
    private final boolean sold;

    WorkAudience(String words, boolean supporters, boolean sold) {
        this.words = words;
        this.supporters = supporters;
        this.sold = sold;
    }

    public String said() {
        return say(words);
    }

    /** Whether a pass of its creator opens it. */
    public boolean isForSupporters() {
        return supporters;
    }

    /** Whether it is sold by itself, and so has a price. */
    public boolean isSold() {
        return sold;
    }
}
