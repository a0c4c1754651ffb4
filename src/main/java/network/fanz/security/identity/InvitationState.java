package network.fanz.security.identity;

/** What has become of an invitation. */
public enum InvitationState {
    OPEN("This invitation is open."),
    USED(
            "This invitation has been accepted, and it works once. If that was you, sign in. If not, tell whoever invited you at once."),
    WITHDRAWN(
            "This invitation was withdrawn, or a newer one took its place. Use the newest, or ask whoever invited you for another."),
    LAPSED("The time of this invitation is over. Ask whoever invited you for another."),
    UNKNOWN("There is no such invitation. Open the link as it stands in the letter, the whole of it.");

    private final String words;

    InvitationState(String words) {
        this.words = words;
    }

    /** What it means for whoever has opened the link, and what to do. */
    public String words() {
        return words;
    }
}
