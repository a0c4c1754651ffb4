package network.fanz.content.catalogue;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * To whom a work is shown once it is published, and what is said before.
 *
 * @param price what it costs by itself from now on; null unless the audience is of those who buy it
 */
public record Showing(
        WorkAudience audience,
        Set<ContentWarning> warnings,
        @Nullable Money price) {
    /** Where its creator has said nothing. */
    public static final Showing UNSAID = new Showing(WorkAudience.SUPPORTERS, Set.of());

    public Showing {
        warnings = warnings.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(warnings));
        if (audience.isSold() && price == null) {
            throw new InvalidField("price", "What is sold has a price.");
        }
        if (!audience.isSold() && price != null) {
            throw new InvalidField("price", "Only what is sold has a price.");
        }
    }

    /** Of a work that is not sold by itself. */
    public Showing(WorkAudience audience, Set<ContentWarning> warnings) {
        this(audience, warnings, null);
    }

    /** @throws InvalidField naming what is missing or no choice of ours */
    public static Showing of(@Nullable String audience, Collection<String> warnings, @Nullable Money price) {
        EnumSet<ContentWarning> read = EnumSet.noneOf(ContentWarning.class);
        warnings.forEach(warning -> read.add(choice("warnings", warning, ContentWarning.class)));
        return new Showing(audience(audience), read, price);
    }

    /** @throws InvalidField if it is none */
    public static WorkAudience audience(@Nullable String text) {
        return choice("audience", text == null ? "" : text, WorkAudience.class);
    }

    private static <E extends Enum<E>> E choice(String field, String text, Class<E> type) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        throw new InvalidField(field, "Choose one that is offered.");
    }
}
