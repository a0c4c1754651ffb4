package network.fanz.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class ServerAddressTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.5, http://10.0.0.5:8443/oauth2/token",
        "127.0.0.1, http://127.0.0.1:8443/oauth2/token",
        "0.0.0.0, http://127.0.0.1:8443/oauth2/token",
        "'::', http://127.0.0.1:8443/oauth2/token",
        "fd00::5, http://[fd00:0:0:0:0:0:0:5]:8443/oauth2/token"
    })
    void isWhereTheServerListens(String address, String expected) {
        MockEnvironment environment =
                new MockEnvironment().withProperty("server.address", address).withProperty("local.server.port", "8443");
        assertThat(new ServerAddress(environment).of("/oauth2/token")).hasToString(expected);
    }
}
