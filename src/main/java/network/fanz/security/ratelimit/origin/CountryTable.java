package network.fanz.security.ratelimit.origin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the country of an address by an operator's table of networks. Of networks that contain the address the narrowest counts. */
final class CountryTable {
    private static final String HEADING = "network,country";
    private static final int LINES_MAX = 4_000_000;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Comparator<CountryRange> WIDEST_FIRST =
            Comparator.comparing(CountryRange::from).thenComparing(CountryRange::to, Comparator.reverseOrder());

    private final CountryIntervals ipv4;
    private final CountryIntervals ipv6;

    private CountryTable(List<CountryRange> ipv4, List<CountryRange> ipv6) {
        this.ipv4 = CountryIntervals.of(ipv4);
        this.ipv6 = CountryIntervals.of(ipv6);
    }

    static CountryTable empty() {
        return new CountryTable(List.of(), List.of());
    }

    /** @throws InvalidCountryTable if a line is not a network, a comma and a country, or repeats a network; it names the line */
    static CountryTable read(Reader text) throws IOException {
        List<CountryRange> ipv4 = new ArrayList<>();
        List<CountryRange> ipv6 = new ArrayList<>();
        BufferedReader lines = new BufferedReader(text);
        if (!HEADING.equals(lines.readLine())) {
            throw new InvalidCountryTable(1, "the heading is " + HEADING);
        }
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (number > LINES_MAX) {
                throw new InvalidCountryTable(number, "there are " + LINES_MAX + " lines at most");
            }
            if (!line.isBlank()) {
                CountryRange range = range(line, number);
                (range.ipv4() ? ipv4 : ipv6).add(range);
            }
        }
        return new CountryTable(ordered(ipv4), ordered(ipv6));
    }

    /** ISO 3166-1 alpha-2; null if no network of the table contains the address. */
    @Nullable String countryOf(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? ipv4.countryOf(IpNumber.of(bytes)) : ipv6.countryOf(IpNumber.of(bytes));
    }

    private static CountryRange range(String line, int number) {
        String[] fields = line.strip().split(",", -1);
        if (fields.length != 2 || !COUNTRIES.contains(fields[1])) {
            throw new InvalidCountryTable(number, "it is no network, a comma and a country such as DE");
        }
        try {
            IpNetwork ipNetwork = IpNetwork.parse(fields[0]);
            byte[] first = ipNetwork.base().getAddress();
            IpNumber from = IpNumber.of(first);
            return new CountryRange(
                    from,
                    from.lastOfNetwork(first.length * 8 - ipNetwork.prefixLength()),
                    fields[1],
                    first.length == 4,
                    number);
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidCountryTable(number, "its network is none such as 192.0.2.0/24 or 2001:db8::/32");
        }
    }

    private static List<CountryRange> ordered(List<CountryRange> ranges) {
        ranges.sort(WIDEST_FIRST);
        for (int i = 1; i < ranges.size(); i++) {
            if (WIDEST_FIRST.compare(ranges.get(i - 1), ranges.get(i)) == 0) {
                throw new InvalidCountryTable(
                        Math.max(ranges.get(i - 1).line(), ranges.get(i).line()), "it names a network again");
            }
        }
        return ranges;
    }
}
