package network.fanz.content.catalogue;

import java.util.List;

/**
 * What a creator says of a work; all empty if its key was destroyed.
 *
 * @param title one line
 * @param description plain text; empty if there is none
 * @param tags by which it is found, in their one form
 */
public record WorkWords(String title, String description, List<String> tags) {
    public WorkWords {
        tags = List.copyOf(tags);
    }

    /** All of it, one part a line: what software looks at. */
    public String text() {
        return title + "\n" + description + "\n" + String.join(" ", tags);
    }

    /** What a creator writes: never in a log. */
    @Override
    public String toString() {
        return "WorkWords[]";
    }
}
