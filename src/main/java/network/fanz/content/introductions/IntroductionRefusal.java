package network.fanz.content.introductions;

import java.util.Locale;

/** Why an introduction is not shown. */
public enum IntroductionRefusal {
    PASSES_FOR_ANOTHER("it passes for somebody else, or for the site"),
    TELLS_OF_OTHERS("it tells of somebody else what is theirs to tell"),
    HARMFUL("it threatens, demeans, or invites to what is against the law"),
    UNSAFE_LINK("a link leads to something unsafe, or not to where it seems to"),
    PAID_ELSEWHERE("it asks to be paid outside the site"),
    ADVERTISES("it advertises what is not its writer’s own");

    private final String words;

    IntroductionRefusal(String words) {
        this.words = words;
    }

    /** To be put behind "because". */
    public String words() {
        return words;
    }

    /** How it is told to others; it never changes. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
