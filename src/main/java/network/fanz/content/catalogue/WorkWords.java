package network.fanz.content.catalogue;

/**
 * What a creator says of a work; both empty if its key was destroyed.
 *
 * @param title one line
 * @param description plain text; empty if there is none
 */
public record WorkWords(String title, String description) {
    /** What a creator writes: never in a log. */
    @Override
    public String toString() {
        return "WorkWords[]";
    }
}
