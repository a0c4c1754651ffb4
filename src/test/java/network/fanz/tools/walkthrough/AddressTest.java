package network.fanz.tools.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./fanz journeys --url} takes. */
class AddressTest {
    private static final Path NOWHERE = Path.of("nowhere");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080",
                "http://[::1]:8080",
                "http://2130706433:8080",
                "http://fanz.localhost:8080/creators",
                "http://fanz.localhost:8080?x=1",
                "http://somebody@fanz.localhost:8080",
                "ftp://fanz.localhost:8080",
                "fanz.localhost:8080",
                "127.0.0.1:8080",
                "http://a b",
                "nonsense"
            })
    void refusesWhatIsNotTheBrandsParentDomain(String url) {
        assertThat(Walkthrough.obstacle(url, NOWHERE))
                .isEqualTo("--url needs the brands' parent domain and the port, as in http://fanz.localhost:8080, not "
                        + url);
    }

    @Test
    void takesTheParentDomainWithAndWithoutASlash() {
        assertThat(Walkthrough.obstacle("http://fanz.localhost:1", NOWHERE)).contains("no FANZ answers");
        assertThat(Walkthrough.obstacle("http://fanz.localhost:1/", NOWHERE)).contains("no FANZ answers");
    }
}
