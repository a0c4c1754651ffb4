package network.fanz.content.catalogue;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import network.fanz.common.InvalidField;
import org.jspecify.annotations.Nullable;

/** To whom a work is shown once it is published, and what is said before. */
public record Showing(WorkAudience audience, Set<ContentWarning> warnings) {
    /** Where its creator has said nothing. */
    public static final Showing UNSAID = new Showing(WorkAudience.SUPPORTERS, Set.of());

    public Showing {
        warnings = warnings.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(warnings));
    }

    /** @throws InvalidField naming what is missing or no choice of ours */
    public static Showing of(@Nullable String audience, Collection<String> warnings) {
        EnumSet<ContentWarning> read = EnumSet.noneOf(ContentWarning.class);
        warnings.forEach(warning -> read.add(choice("warnings", warning, ContentWarning.class)));
        return new Showing(choice("audience", audience == null ? "" : audience, WorkAudience.class), read);
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
