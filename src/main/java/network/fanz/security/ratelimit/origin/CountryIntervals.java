package network.fanz.security.ratelimit.origin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The address space as intervals that do not overlap, each of one country or of none. Networks of the table may lie inside each other;
 * of nested networks the innermost gives the country. Cutting them into intervals once makes a look-up a binary search. An interval ends
 * where the next one starts, so it takes only its start and its country: 18 bytes.
 */
final class CountryIntervals {
    /** The intervals' starts, in ascending order: the upper 64 bits. */
    private final long[] high;
    /** The lower 64 bits. */
    private final long[] low;
    /** Two letters in one char; 0 for no country. */
    private final char[] country;

    private CountryIntervals(List<IpNumber> starts, List<String> countries) {
        this.high = starts.stream().mapToLong(IpNumber::high).toArray();
        this.low = starts.stream().mapToLong(IpNumber::low).toArray();
        this.country = new char[countries.size()];
        for (int i = 0; i < country.length; i++) {
            country[i] = packed(countries.get(i));
        }
    }

    /** @param ranges in ascending order of their start; of ranges with the same start the widest first */
    static CountryIntervals of(List<CountryRange> ranges) {
        IntervalBuilder builder = new IntervalBuilder();
        ranges.forEach(builder::add);
        builder.closeAll();
        return new CountryIntervals(builder.starts, builder.countries);
    }

    @Nullable String countryOf(IpNumber number) {
        int from = 0;
        int to = high.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (new IpNumber(high[middle], low[middle]).compareTo(number) <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from == 0 ? null : unpacked(country[from - 1]);
    }

    private static char packed(String country) {
        return country.isEmpty() ? 0 : (char) (country.charAt(0) << 8 | country.charAt(1));
    }

    private static @Nullable String unpacked(char packed) {
        return packed == 0 ? null : new String(new char[] {(char) (packed >>> 8), (char) (packed & 0xff)});
    }

    /** Adds ranges in ascending order. A stack holds the ranges that enclose the current position, the innermost on top. */
    private static final class IntervalBuilder {
        private final List<IpNumber> starts = new ArrayList<>();
        private final List<String> countries = new ArrayList<>();
        private final Deque<CountryRange> enclosing = new ArrayDeque<>();

        void add(CountryRange range) {
            closeBefore(range.from());
            begin(range.from(), range.country());
            enclosing.push(range);
        }

        void closeAll() {
            while (!enclosing.isEmpty()) {
                closeInnermost();
            }
        }

        private void closeBefore(IpNumber number) {
            while (!enclosing.isEmpty() && enclosing.peek().to().compareTo(number) < 0) {
                closeInnermost();
            }
        }

        /** After its last address the country is that of the range around it, or none. */
        private void closeInnermost() {
            CountryRange ended = enclosing.pop();
            if (!ended.to().isHighest()) {
                CountryRange outer = enclosing.peek();
                begin(ended.to().next(), outer == null ? "" : outer.country());
            }
        }

        /** Starts an interval. An interval that starts at the same address replaces the one before it, which would be empty. */
        private void begin(IpNumber number, String country) {
            int last = starts.size() - 1;
            if (last >= 0 && starts.get(last).equals(number)) {
                countries.set(last, country);
            } else {
                starts.add(number);
                countries.add(country);
            }
        }
    }
}
