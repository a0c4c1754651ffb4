package network.fanz.content.catalogue;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;
import network.fanz.common.VisibleText;
import network.fanz.platform.cardnumbers.CardNumbers;
import org.jspecify.annotations.Nullable;

/** Tags of works in their one form: small letters of any script, digits, and single hyphens between them. */
public final class WorkTags {
    public static final int TAGS_MAX = 10;
    public static final int LENGTH_MIN = 2;
    public static final int LENGTH_MAX = 32;

    private static final String FIELD = "tags";
    private static final Pattern SHAPE =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(-[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*)*");

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
    private static final int TYPED_MAX = 4 * TAGS_MAX * LENGTH_MAX;

    private WorkTags() {}

    /** @throws InvalidField if there are too many, or one has no such form */
    public static List<String> of(List<String> tags) {
        Set<String> read = new LinkedHashSet<>();
        for (String tag : tags.subList(0, Math.min(tags.size(), TAGS_MAX + 1))) {
            read.add(tag(tag));
        }
        if (tags.size() > TAGS_MAX) {
            throw new InvalidField(FIELD, Sentence.of("Give {0} tags at most.", TAGS_MAX));
        }
        if (CardNumbers.in(String.join(" ", read))) {
            throw new InvalidField(FIELD, "A card number does not belong here.");
        }
        return List.copyOf(read);
    }

    /**
     * Tags as people type them into one field, with spaces or commas between them.
     *
     * @throws InvalidField if there are too many, or one has no such form
     */
    public static List<String> typed(String text) {
        if (text.length() > TYPED_MAX) {
            throw new InvalidField(FIELD, Sentence.of("Give {0} tags at most.", TAGS_MAX));
        }
        return of(Arrays.stream(BETWEEN.split(text.strip()))
                .filter(tag -> !tag.isEmpty())
                .toList());
    }

    /** The form in which a tag is kept and compared; null if it can be none. */
    public static @Nullable String form(String typed) {
        try {
            return tag(typed);
        } catch (InvalidField none) {
            return null;
        }
    }

    private static String tag(String typed) {
        String bare = typed.strip().replaceFirst("^#", "");
        String tag = bare.length() > 2 * LENGTH_MAX
                ? ""
                : Normalizer2.getNFKCCasefoldInstance().normalize(bare);
        int length = tag.codePointCount(0, tag.length());
        if (length < LENGTH_MIN || length > LENGTH_MAX || !SHAPE.matcher(tag).matches()) {
            throw new InvalidField(
                    FIELD,
                    Sentence.of(
                            "A tag has {0} to {1} letters and digits, with single hyphens between them if you like.",
                            LENGTH_MIN, LENGTH_MAX));
        }
        return VisibleText.line(FIELD, tag, LENGTH_MAX);
    }
}
