package network.fanz.security.ratelimit.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressResolverTest {
    static Stream<String> requests() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/security/ratelimit/forwarded.txt")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void takesTheNearestHopThatIsNoTrustedProxy(String line) {
        String[] parts = line.split("\\|", -1);
        List<String> trusted = parts[0].isBlank() ? List.of() : Arrays.asList(parts[0].split(","));
        List<String> headers =
                parts[2].isBlank() ? List.of() : Arrays.asList(parts[2].strip().split(" \\+\\+ "));
        InetAddress client =
                ClientAddressResolver.behindProxies(trusted).resolve(InetAddress.ofLiteral(parts[1].strip()), headers);
        assertThat(client.getHostAddress()).isEqualTo(parts[3].strip());
    }

    @Test
    void readsNoMoreHopsThanItsBound() {
        String many = "203.0.113.9" + ", 10.0.0.1".repeat(10_000);
        assertThat(ClientAddressResolver.behindProxies(List.of("10.0.0.0/8"))
                        .resolve(InetAddress.ofLiteral("10.0.0.1"), List.of(many))
                        .getHostAddress())
                .isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.example.org",
                "10.0.0.1/8",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10/8",
                "fd00::/129",
                "10.0.0.0/8/8"
            })
    void refusesATrustedProxyThatIsNoNetwork(String network) {
        assertThatThrownBy(() -> ClientAddressResolver.behindProxies(List.of(network)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fanz.http.trusted-proxies");
    }

    @Test
    void takesAWholeIpv6LineForOnePlace() {
        assertThat(IpNetwork.clientPrefix(InetAddress.ofLiteral("2001:db8:1:2:3:4:5:6")))
                .isEqualTo(IpNetwork.clientPrefix(InetAddress.ofLiteral("2001:db8:1:2:ffff::1")))
                .isNotEqualTo(IpNetwork.clientPrefix(InetAddress.ofLiteral("2001:db8:1:3::1")));
        assertThat(IpNetwork.clientPrefix(InetAddress.ofLiteral("127.0.0.1"))).isEqualTo("127.0.0.1");
    }
}
