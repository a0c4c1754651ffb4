package network.fanz.content.moderation;

import static network.fanz.common.Language.say;

/** Why people report something. */
public enum ReportReason {
    MINOR("Somebody in it is or looks under 18"),
    NO_CONSENT("Somebody in it has not agreed, or does not any more"),
    VIOLENCE("It shows violence or force"),
    ILLEGAL("It shows something else that is against the law"),
    IMPERSONATION("Somebody pretends to be somebody else, or it is made by software to look like them"),
    SPAM("It leads elsewhere, advertises or cheats"),
    OTHER("Something else");

    private final String words;

    ReportReason(String words) {
        this.words = words;
    }

    /** Whether each such report with words is looked at, also where an earlier one was found to be wrong. */
    public boolean isGrave() {
        return this == MINOR || this == NO_CONSENT || this == ILLEGAL || this == IMPERSONATION;
    }

    public String said() {
        return say(words);
    }
}
