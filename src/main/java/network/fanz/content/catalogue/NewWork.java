package network.fanz.content.catalogue;

import java.util.List;
import java.util.UUID;
import network.fanz.common.InvalidField;
import network.fanz.common.VisibleText;
import network.fanz.platform.cardnumbers.CardNumbers;
import org.jspecify.annotations.Nullable;

/**
 * What a creator says of a work that they begin.
 *
 * @param upload a file of theirs that has come whole
 * @param tags in their one form
 */
public record NewWork(UUID upload, String title, String description, List<String> tags) {
    /** As people count characters. */
    public static final int TITLE_MAX = 120;

    public static final int DESCRIPTION_MAX = 2000;

    public NewWork {
        tags = List.copyOf(tags);
    }

    /** Without tags. */
    public static NewWork of(UUID upload, @Nullable String title, @Nullable String description) {
        return of(upload, title, description, List.of());
    }

    /**
     * @param tags as {@link WorkTags} gives them
     * @throws InvalidField naming what is missing, too long, invisible or a card number
     */
    public static NewWork of(UUID upload, @Nullable String title, @Nullable String description, List<String> tags) {
        return new NewWork(
                upload,
                text("title", title == null ? "" : title, TITLE_MAX),
                description == null || description.isBlank() ? "" : text("description", description, DESCRIPTION_MAX),
                tags);
    }

    private static String text(String field, String typed, int most) {
        String words = VisibleText.words(field, typed, most);
        if (CardNumbers.in(words)) {
            throw new InvalidField(field, "A card number does not belong here.");
        }
        return words;
    }

    /** What a creator writes: never in a log. */
    @Override
    public String toString() {
        return "NewWork[" + upload + "]";
    }
}
