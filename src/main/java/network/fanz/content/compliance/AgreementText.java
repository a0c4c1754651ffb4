package network.fanz.content.compliance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of the agreement with creators.
 *
 * @param sha256 of the text in UTF-8, in hex
 * @param reviewedBy the firm or file of the counsel who has looked at it, never a person's name; null while nobody has
 */
public record AgreementText(
        int number,
        String title,
        String text,
        String sha256,
        Instant publishedAt,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt) {
    /** What stands below the title, which is the text's first line. */
    public String body() {
        return text.substring(title.length()).strip();
    }
}
