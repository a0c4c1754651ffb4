package network.fanz.security.ratelimit.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import network.fanz.common.Origin;
import network.fanz.platform.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OriginFilterTest {
    @TempDir
    Path folder;

    private Vault vault;

    @BeforeEach
    void start() {
        vault = Vault.in(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "tube.fanz.localhost, /, tube",
        "TUBE.fanz.localhost, /, tube",
        "dash.fanz.localhost, /, dash",
        "tube.fanz.localhost, /@elite/, tube",
        "fanz.localhost, /api/v1/sessions, api",
        "127.0.0.1, /@tube/wallet, tube",
        "fanz.localhost, /@auth/sign-in, auth",
        "fanz.localhost, /@dash/, api",
        "fanz.localhost, /@nobody/, api",
        "fanz.localhost, /@tubes/, api",
        "tube.example.org, /, api",
        "tube.fanz.localhost.example.org, /, api",
        "a.tube.fanz.localhost, /, api"
    })
    void theHostNamesTheBrandAndElseThePathMay(String host, String path, String platform) {
        assertThat(origin(host, path, true).platform()).isEqualTo(platform);
    }

    @Test
    void outsideTheProfileLocalThePathNamesNothing() {
        assertThat(origin("127.0.0.1", "/@tube/wallet", false).platform()).isEqualTo("api");
        assertThat(origin("tube.fanz.localhost", "/", false).platform()).isEqualTo("tube");
    }

    private Origin origin(String host, String path, boolean byPath) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServerName(host);
        request.setRemoteAddr("127.0.0.1");
        OriginFilter filter = new OriginFilter(
                ClientAddressResolver.behindProxies(List.of()),
                new CountryLookup(null, System::nanoTime),
                vault,
                new DeviceCookies(vault),
                "fanz.localhost",
                byPath);
        try {
            filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        return (Origin) request.getAttribute(OriginFilter.ATTRIBUTE);
    }
}
