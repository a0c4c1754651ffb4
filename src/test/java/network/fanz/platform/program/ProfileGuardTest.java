package network.fanz.platform.program;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ProfileGuardTest {
    @Test
    void keepsTheProfileLocalOnLoopback() {
        assertThatThrownBy(() -> profiles("local", "server.address", "0.0.0.0")).hasMessageContaining("loopback only");
        assertThatCode(() -> profiles("local", "server.address", "127.0.0.1")).doesNotThrowAnyException();
        assertThatCode(() -> profiles("production", "server.address", "0.0.0.0"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesASandboxInAnyOtherProfile() {
        assertThatThrownBy(() -> profiles("production", "FANZ_SANDBOX_PAYMENTS_SIGNINGKEY", "x"))
                .isInstanceOf(WrongProfile.class)
                .hasMessageContaining("FANZ_SANDBOX_PAYMENTS_SIGNINGKEY");
        assertThatCode(() -> profiles("local", "fanz.sandbox.payments.signing-key", "x"))
                .doesNotThrowAnyException();
    }

    private static void profiles(String profile, String name, String value) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.setActiveProfiles(profile);
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(name, value)));
        new ProfileGuard().postProcessEnvironment(environment, new SpringApplication());
    }
}
