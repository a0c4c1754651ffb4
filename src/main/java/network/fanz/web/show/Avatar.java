package network.fanz.web.show;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A picture for an account that has none: a pattern of the style sheet, always the same for the same id. */
public final class Avatar {
    private static final List<String> PATTERNS =
            List.of("p-mesh", "p-sun", "p-dunes", "p-rings", "p-folds", "p-arcs", "p-bars", "p-dots");
    private static final int COLOURS = 8;

    private Avatar() {}

    /** The classes of a pattern in its colours, such as {@code c3 p-rings}. */
    public static String of(UUID id) {
        long bits = id.getLeastSignificantBits();
        long colour = 1 + Math.floorMod(bits, COLOURS);
        return "c" + colour + " " + PATTERNS.get((int) Math.floorMod(bits >> 8, PATTERNS.size()));
    }

    /** The first letter of a name, in capitals; empty if there is no name. */
    public static String initial(String name) {
        return name.isBlank()
                ? ""
                : Character.toString(name.strip().codePointAt(0)).toUpperCase(Locale.ROOT);
    }
}
