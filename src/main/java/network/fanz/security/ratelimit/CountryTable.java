package network.fanz.security.ratelimit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which country an address lies, by an operator's table of networks; where networks lie in each other, the narrowest counts. Nested
 * networks are cut into stretches that do not overlap, so a look-up is a binary search; a stretch takes 18 bytes.
 */
final class CountryTable {
    private static final String HEADING = "network,country";
    private static final int LINES_MAX = 4_000_000;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Comparator<Entry> WIDEST_FIRST =
            Comparator.comparing(Entry::from).thenComparing(Entry::to, Comparator.reverseOrder());

    private final Stretches narrow;
    private final Stretches wide;

    private CountryTable(List<Entry> ipv4, List<Entry> ipv6) {
        this.narrow = Stretches.of(ipv4);
        this.wide = Stretches.of(ipv6);
    }

    static CountryTable empty() {
        return new CountryTable(List.of(), List.of());
    }

    /** @throws CountryTableRefused naming the line, if one is no network, a comma and a country, or names a network again */
    static CountryTable read(Reader text) throws IOException {
        List<Entry> ipv4 = new ArrayList<>();
        List<Entry> ipv6 = new ArrayList<>();
        BufferedReader lines = new BufferedReader(text);
        if (!HEADING.equals(lines.readLine())) {
            throw new CountryTableRefused(1, "the heading is " + HEADING);
        }
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (number > LINES_MAX) {
                throw new CountryTableRefused(number, "there are " + LINES_MAX + " lines at most");
            }
            if (!line.isBlank()) {
                Entry entry = entry(line, number);
                (entry.ipv4() ? ipv4 : ipv6).add(entry);
            }
        }
        return new CountryTable(ordered(ipv4), ordered(ipv6));
    }

    /** ISO 3166-1 alpha-2; null where the table says nothing. */
    @Nullable String of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? narrow.at(Place.of(bytes)) : wide.at(Place.of(bytes));
    }

    private static Entry entry(String line, int number) {
        String[] fields = line.strip().split(",", -1);
        if (fields.length != 2 || !COUNTRIES.contains(fields[1])) {
            throw new CountryTableRefused(number, "it is no network, a comma and a country such as DE");
        }
        try {
            Network network = Network.parse(fields[0]);
            byte[] first = network.base().getAddress();
            Place from = Place.of(first);
            return new Entry(from, from.last(first.length * 8 - network.bits()), fields[1], first.length == 4, number);
        } catch (IllegalArgumentException unreadable) {
            throw new CountryTableRefused(number, "its network is none such as 192.0.2.0/24 or 2001:db8::/32");
        }
    }

    private static List<Entry> ordered(List<Entry> entries) {
        entries.sort(WIDEST_FIRST);
        for (int i = 1; i < entries.size(); i++) {
            if (WIDEST_FIRST.compare(entries.get(i - 1), entries.get(i)) == 0) {
                throw new CountryTableRefused(
                        Math.max(entries.get(i - 1).line(), entries.get(i).line()), "it names a network again");
            }
        }
        return entries;
    }

    /** 128 bits, compared without a sign; an IPv4 address is the last 32 of them. */
    private record Place(long high, long low) implements Comparable<Place> {
        static Place of(byte[] address) {
            ByteBuffer bytes = ByteBuffer.wrap(address);
            return address.length == 4
                    ? new Place(0, Integer.toUnsignedLong(bytes.getInt()))
                    : new Place(bytes.getLong(), bytes.getLong());
        }

        /** The last place of a network that begins here and leaves so many bits open. */
        Place last(int open) {
            long lowMask = open >= 64 ? -1 : (1L << open) - 1;
            long highMask = open <= 64 ? 0 : open == 128 ? -1 : (1L << (open - 64)) - 1;
            return new Place(high | highMask, low | lowMask);
        }

        Place next() {
            return new Place(low == -1 ? high + 1 : high, low + 1);
        }

        boolean isLast() {
            return high == -1 && low == -1;
        }

        @Override
        public int compareTo(Place other) {
            int byHigh = Long.compareUnsigned(high, other.high);
            return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
        }
    }

    private record Entry(Place from, Place to, String country, boolean ipv4, int line) {}

    /** From each place on, up to the next, this country; or none. */
    private static final class Stretches {
        private final long[] high;
        private final long[] low;
        private final char[] country;

        private Stretches(List<Place> starts, List<String> countries) {
            this.high = starts.stream().mapToLong(Place::high).toArray();
            this.low = starts.stream().mapToLong(Place::low).toArray();
            this.country = new char[countries.size()];
            for (int i = 0; i < country.length; i++) {
                country[i] = packed(countries.get(i));
            }
        }

        /** @param entries the widest first where several begin at one place */
        static Stretches of(List<Entry> entries) {
            Cut cut = new Cut();
            entries.forEach(cut::add);
            cut.closeBefore(null);
            return new Stretches(cut.starts, cut.countries);
        }

        @Nullable String at(Place place) {
            int from = 0;
            int to = high.length;
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (new Place(high[middle], low[middle]).compareTo(place) <= 0) {
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
    }

    /** Goes through networks from the lowest place up, with those around it on a stack. */
    private static final class Cut {
        private final List<Place> starts = new ArrayList<>();
        private final List<String> countries = new ArrayList<>();
        private final Deque<Entry> around = new ArrayDeque<>();

        void add(Entry entry) {
            closeBefore(entry.from());
            begin(entry.from(), entry.country());
            around.push(entry);
        }

        /** Behind a network goes on what lies around it. */
        void closeBefore(@Nullable Place place) {
            while (!around.isEmpty() && (place == null || around.peek().to().compareTo(place) < 0)) {
                Entry ended = around.pop();
                if (!ended.to().isLast()) {
                    Entry outer = around.peek();
                    begin(ended.to().next(), outer == null ? "" : outer.country());
                }
            }
        }

        private void begin(Place place, String country) {
            int last = starts.size() - 1;
            if (last >= 0 && starts.get(last).equals(place)) {
                countries.set(last, country);
            } else {
                starts.add(place);
                countries.add(country);
            }
        }
    }
}
