package network.fanz.common;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind that the program keeps about somebody: a part of the file of their own data.
 *
 * @param name what the file calls it; it never changes
 * @param about what it is, said to its owner
 * @param tables what it is read from, each with its schema
 * @param fields what a row says, by name and in the order of the file; an {@link AccountId} is somebody's public name there
 * @param rows where a person's rows are read
 */
public record OwnSection<R>(
        String name, String about, Set<String> tables, SequencedMap<String, OwnField<R>> fields, OwnRows<R> rows) {
    /** How many rows are read at once. */
    public static final int PAGE = 500;

    /** What one field of a row says. */
    @FunctionalInterface
    public interface OwnField<R> {
        @Nullable Object of(R row);
    }

    /** A person's rows, a page at a time, so that no file needs them all at once. */
    @FunctionalInterface
    public interface OwnRows<R> {
        /** @param after what the page before gave as next; null for the first */
        Page<R> page(AccountId owner, @Nullable String after);
    }

    public OwnSection {
        tables = Set.copyOf(tables);
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    public static <R> OwnSection<R> of(String name, String about, Set<String> tables, OwnRows<R> rows) {
        return new OwnSection<>(name, about, tables, new LinkedHashMap<>(), rows);
    }

    /** A section of which nobody has more than a few rows. */
    public static <R> OwnSection<R> ofFew(
            String name, String about, Set<String> tables, Function<AccountId, List<R>> rows) {
        return of(name, about, tables, (owner, after) -> new Page<>(rows.apply(owner), null));
    }

    /** The same with one more field. */
    public OwnSection<R> with(String field, OwnField<R> value) {
        SequencedMap<String, OwnField<R>> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new OwnSection<>(name, about, tables, more, rows);
    }

    /** The owner's rows by the names of their fields. */
    public Page<Map<String, @Nullable Object>> page(AccountId owner, @Nullable String after) {
        return rows.page(owner, after).map(this::named);
    }

    private Map<String, @Nullable Object> named(R row) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        fields.forEach((field, value) -> named.put(field, value.of(row)));
        return named;
    }
}
