package network.fanz.security.ratelimit.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryTableTest {
    private static final List<String> COUNTRIES = List.of("DE", "FR", "US", "JP");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "10.0.0.0, DE",
                "10.1.2.3, FR",
                "10.1.2.4, US",
                "10.1.2.5, FR",
                "10.2.0.0, DE",
                "11.0.0.0, none",
                "9.255.255.255, none",
                "255.255.255.255, JP",
                "2001:db8::1, DE",
                "2001:db8:1::1, FR",
                "2001:db8:1:0:ffff::, FR",
                "2001:db8:2::, DE",
                "2001:db9::, none",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, US",
                "::a00:1, none"
            })
    void theNarrowestNetworkCounts(String address, String country) throws IOException {
        CountryTable table = table("""
                10.1.0.0/16,FR
                10.0.0.0/8,DE
                10.1.2.4/32,US
                255.255.255.255,JP
                2001:db8::/32,DE
                2001:db8:1::/48,FR
                ffff::/16,US
                """);
        assertThat(table.countryOf(InetAddress.ofLiteral(address))).isEqualTo(country);
    }

    @Test
    void findsWhatAWalkThroughAllNetworksFinds() throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_260_301);
        TreeMap<String, String> networks = new TreeMap<>();
        while (networks.size() < 500) {
            int bits = random.nextInt(33);
            long first = bits == 0 ? 0 : random.nextLong(64) << 26 & -1L << (32 - bits) & 0xffff_ffffL;
            networks.put(
                    text(first | (bits > 6 ? random.nextInt() & -1L << (32 - bits) & 0x03ff_ffffL : 0)) + "/" + bits,
                    COUNTRIES.get(random.nextInt(COUNTRIES.size())));
        }
        StringBuilder lines = new StringBuilder();
        networks.forEach((network, country) ->
                lines.append(network).append(',').append(country).append('\n'));
        CountryTable table = table(lines.toString());
        List<IpNetwork> all = networks.keySet().stream().map(IpNetwork::parse).toList();
        for (int i = 0; i < 5_000; i++) {
            InetAddress address = InetAddress.ofLiteral(text(random.nextLong(1L << 32)));
            String narrowest = all.stream()
                    .filter(ipNetwork -> ipNetwork.contains(address))
                    .max(Comparator.comparingInt(IpNetwork::prefixLength))
                    .map(ipNetwork -> networks.get(ipNetwork.base().getHostAddress() + "/" + ipNetwork.prefixLength()))
                    .orElse(null);
            assertThat(table.countryOf(address)).as(address.getHostAddress()).isEqualTo(narrowest);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "10.0.0.1/8,DE",
                "10.0.0.0/33,DE",
                "ten,DE",
                "10.0.0.0/8",
                "10.0.0.0/8,de",
                "10.0.0.0/8,ZZ",
                "10.0.0.0/8,DE,x",
                "127.0.0.0/8,FR"
            })
    void refusesABadLineByItsNumber(String line) {
        assertThatThrownBy(() -> table("127.0.0.0/8,DE\n\n" + line + "\n"))
                .isInstanceOf(InvalidCountryTable.class)
                .hasMessageContaining("line 4:");
    }

    @Test
    void refusesAFileWithoutItsHeading() {
        assertThatThrownBy(() -> CountryTable.read(new StringReader("127.0.0.0/8,DE\n")))
                .isInstanceOf(InvalidCountryTable.class)
                .hasMessageContaining("line 1:");
    }

    @Test
    void withoutAFileNoAddressHasACountry() {
        assertThat(new CountryLookup(null, System::nanoTime).countryOf(InetAddress.ofLiteral("192.0.2.1")))
                .isNull();
    }

    @Test
    void readsTheFileAnewWhenItChangesAndKeepsTheTableWhenItIsBad() throws IOException {
        Path file = folder.resolve("countries.csv");
        InetAddress address = InetAddress.ofLiteral("192.0.2.1");
        write(file, "192.0.2.0/24,DE\n", 1);
        CountryLookup countries = new CountryLookup(file, System::nanoTime);
        assertThat(countries.countryOf(address)).isEqualTo("DE");
        write(file, "192.0.2.0/24,FR\n", 2);
        countries.reloadIfChanged(file);
        assertThat(countries.countryOf(address)).isEqualTo("FR");
        write(file, "rubbish\n", 3);
        countries.reloadIfChanged(file);
        assertThat(countries.countryOf(address)).isEqualTo("FR");
        Files.delete(file);
        countries.reloadIfChanged(file);
        assertThat(countries.countryOf(address)).isEqualTo("FR");
        assertThatThrownBy(() -> new CountryLookup(file, System::nanoTime)).hasMessageContaining("country-table");
    }

    private static void write(Path file, String lines, int second) throws IOException {
        Files.writeString(file, "network,country\n" + lines);
        Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000L));
    }

    private static CountryTable table(String lines) throws IOException {
        return CountryTable.read(new StringReader("network,country\n" + lines));
    }

    private static String text(long address) {
        try {
            return InetAddress.getByAddress(new byte[] {
                        (byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address
                    })
                    .getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
