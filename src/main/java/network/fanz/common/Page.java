package network.fanz.common;

import java.util.List;
import java.util.function.Function;
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

    /**
     * The first of a list's rows. A reader of one row more than a page holds knows whether the list goes on.
     *
     * @param most how many the page holds
     * @param mark what is sent as {@code after} for the rows behind one
     */
    public static <T> Page<T> cut(List<T> rows, int most, Function<T, String> mark) {
        return rows.size() <= most
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, most), mark.apply(rows.get(most - 1)));
    }

    /** The same stretch with each row made into something else. */
    public <R> Page<R> map(Function<? super T, ? extends R> made) {
        return new Page<>(items.stream().<R>map(made).toList(), next);
    }
}
