package network.fanz.content.introductions;

import java.util.Locale;

/** Where an introduction stands. */
public enum IntroductionState {
    /** An administrator has to look at it; nobody else sees it. */
    PROPOSED,
    /** It stands on its creator's page. */
    SHOWN,
    REFUSED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
