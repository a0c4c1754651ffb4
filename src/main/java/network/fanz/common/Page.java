package network.fanz.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a longer list.
 *
 * @param items the rows, in the list's order
 * @param next what to send as {@code after} for the rows behind these; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }
}
