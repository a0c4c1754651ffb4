package network.fanz.tools.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import network.fanz.platform.postgres.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class SampleTest {
    @Test
    void theClockOnlyGoesForwardAndEndsAtNow() {
        Instant now = Instant.parse("2026-11-23T12:00:00Z");
        SampleClock clock = new SampleClock(Clock.fixed(now, java.time.ZoneOffset.UTC), Duration.ofDays(90));
        clock.advanceTo(now.minus(Duration.ofDays(10)));
        clock.advanceTo(now.minus(Duration.ofDays(20)));
        assertThat(clock.instant()).isEqualTo(now.minus(Duration.ofDays(10)));
        // A wallet asks for it by its zone.
        assertThat(clock.withZone(java.time.ZoneOffset.UTC)).isSameAs(clock);
        clock.advanceTo(now.plus(Duration.ofDays(5)));
        assertThat(clock.instant()).isEqualTo(now);
    }

    @Test
    void isMadeOnlyInAnEmptyFolder(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("something"), "");
        assertThatThrownBy(() -> guard(folder, "fanz.sample.make", "true")).hasMessageContaining("is not empty");
    }

    @Test
    void neverReachesOutside(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve(DataFolder.SAMPLE_MARK), SampleGuard.MADE);
        guard(folder, "server.port", "0");
        guard(folder, "fanz.limits.user", "100/60s/20");
        for (String outside : List.of(
                "fanz.mail.smtp.host",
                "fanz.mail.provider",
                "FANZ_POSTGRES_URL",
                "fanz.vault.folder",
                "fanz.payments.provider",
                "fanz.http.trusted-proxies",
                "fanz.something.to-come",
                "spring.mail.host")) {
            assertThatThrownBy(() -> guard(folder, outside, "elsewhere"))
                    .hasMessageContaining("nothing of a sample leaves this machine");
        }
    }

    @Test
    void isNotMadeInADatabaseThatMayHoldSomethingElse(@TempDir Path folder) {
        MockEnvironment environment = local(folder)
                .withProperty("fanz.sample.make", "true")
                .withProperty("fanz.postgres.url", "jdbc:postgresql://elsewhere/fanz");
        assertThatThrownBy(() -> new SampleGuard().postProcessEnvironment(environment, new SpringApplication()))
                .hasMessageContaining("nothing of a sample leaves this machine");
    }

    @Test
    void saysWhenItWasLeftHalfMade(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve(DataFolder.SAMPLE_MARK), SampleGuard.UNFINISHED);
        assertThatThrownBy(() -> guard(folder, "server.port", "0")).hasMessageContaining("half made");
    }

    @Test
    void oneThatIsMadeIsOnlyStartedAndOneThatIsHalfMadeIsNotCalledNotEmpty(@TempDir Path folder) throws Exception {
        Path mark = folder.resolve(DataFolder.SAMPLE_MARK);
        Files.writeString(mark, SampleGuard.MADE);
        MockEnvironment environment = local(folder).withProperty("fanz.sample.make", "true");
        new SampleGuard().postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.getProperty("fanz.sample.make")).isEqualTo("false");
        Files.writeString(mark, SampleGuard.UNFINISHED);
        assertThatThrownBy(() -> guard(folder, "fanz.sample.make", "true")).hasMessageContaining("half made");
    }

    private static void guard(Path folder, String name, String value) {
        new SampleGuard().postProcessEnvironment(local(folder).withProperty(name, value), new SpringApplication());
    }

    private static MockEnvironment local(Path folder) {
        MockEnvironment environment = new MockEnvironment().withProperty("fanz.data.folder", folder.toString());
        environment.setActiveProfiles("local");
        return environment;
    }
}
