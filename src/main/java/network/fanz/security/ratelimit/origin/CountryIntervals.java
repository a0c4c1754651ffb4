package network.fanz.security.ratelimit.origin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From each place on, up to the next, this country; or none. Nested networks are cut into stretches that do not overlap, so a look-up is
 * a binary search; a stretch takes 18 bytes.
 */
final class CountryIntervals {
    private final long[] high;
    private final long[] low;
    private final char[] country;

    private CountryIntervals(List<IpNumber> starts, List<String> countries) {
        this.high = starts.stream().mapToLong(IpNumber::high).toArray();
        this.low = starts.stream().mapToLong(IpNumber::low).toArray();
        this.country = new char[countries.size()];
        for (int i = 0; i < country.length; i++) {
            country[i] = packed(countries.get(i));
        }
    }

    /** @param ranges the widest first where several begin at one place */
    static CountryIntervals of(List<CountryRange> ranges) {
        IntervalBuilder intervalBuilder = new IntervalBuilder();
        ranges.forEach(intervalBuilder::add);
        intervalBuilder.closeBefore(null);
        return new CountryIntervals(intervalBuilder.starts, intervalBuilder.countries);
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
        char found = from == 0 ? 0 : country[from - 1];
        return found == 0 ? null : new String(new char[] {(char) (found >>> 8), (char) (found & 0xff)});
    }

    private static char packed(String country) {
        return country.isEmpty() ? 0 : (char) (country.charAt(0) << 8 | country.charAt(1));
    }

    /** Goes through networks from the lowest place up, with those around it on a stack. */
    private static final class IntervalBuilder {
        private final List<IpNumber> starts = new ArrayList<>();
        private final List<String> countries = new ArrayList<>();
        private final Deque<CountryRange> enclosing = new ArrayDeque<>();

        void add(CountryRange range) {
            closeBefore(range.from());
            begin(range.from(), range.country());
            enclosing.push(range);
        }

        /** Behind a network goes on what lies around it. */
        void closeBefore(@Nullable IpNumber number) {
            while (!enclosing.isEmpty()
                    && (number == null || enclosing.peek().to().compareTo(number) < 0)) {
                CountryRange ended = enclosing.pop();
                if (!ended.to().isHighest()) {
                    CountryRange outer = enclosing.peek();
                    begin(ended.to().next(), outer == null ? "" : outer.country());
                }
            }
        }

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
