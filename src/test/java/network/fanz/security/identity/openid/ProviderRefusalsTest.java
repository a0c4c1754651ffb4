package network.fanz.security.identity.openid;

import static org.assertj.core.api.Assertions.assertThat;

import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program that shows no credentials is refused in the words of RFC 6749 and RFC 6750, and leaves no session. */
@Tag("database")
class ProviderRefusalsTest {
    private final RunningFanz program = RunningFanz.shared();

    @ParameterizedTest
    @CsvSource({
        "POST, /oauth2/token, invalid_client, Basic",
        "POST, /oauth2/introspect, invalid_client, Basic",
        "POST, /oauth2/revoke, invalid_client, Basic",
        "GET, /userinfo, invalid_token, Bearer"
    })
    void whoShowsNothing(String method, String path, String error, String scheme) {
        HttpAnswer refused = program.client()
                .withHeader("Accept", "text/html")
                .send(method, "auth", path, "application/x-www-form-urlencoded", method.equals("GET") ? null : "a=b")
                .expect(401);
        assertThat(refused.text("error")).isEqualTo(error);
        assertThat(refused.header("WWW-Authenticate")).startsWith(scheme);
        assertThat(refused.header("Set-Cookie")).isNull();
    }
}
