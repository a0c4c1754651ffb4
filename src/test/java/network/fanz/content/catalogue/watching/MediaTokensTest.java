package network.fanz.content.catalogue.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import network.fanz.content.catalogue.watching.MediaTokens.MediaToken;
import network.fanz.platform.vault.Vault;
import network.fanz.testing.ManualClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signed name of one release for one session. */
class MediaTokensTest {
    private final ManualClock clock = ManualClock.at("2026-05-01T10:00:00Z");
    private final UUID release = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();

    @TempDir
    private Path keys;

    private MediaTokens tokens;
    private String token;

    @BeforeEach
    void sign() {
        tokens = new MediaTokens(Vault.in(keys), clock);
        token = tokens.sign(release, 7, session, clock.instant().plus(WatchDoor.GOOD_FOR));
    }

    @Test
    void opensToItsSessionUntilItsTimeIsOver() {
        assertThat(tokens.read(token, session)).contains(new MediaToken(release, 7));
        assertThat(tokens.read(token, UUID.randomUUID())).isEmpty();
        clock.forward(WatchDoor.GOOD_FOR.minusSeconds(1));
        assertThat(tokens.read(token, session)).isPresent();
        clock.forward(Duration.ofSeconds(1));
        assertThat(tokens.read(token, session)).isEmpty();
    }

    @Test
    void noCharacterOfItCanBeChanged() {
        for (int at = 0; at < token.length(); at++) {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            assertThat(tokens.read(token.substring(0, at) + other + token.substring(at + 1), session))
                    .as("changed at %s", at)
                    .isEmpty();
        }
        assertThat(tokens.read(token + "=", session)).isEmpty();
        assertThat(tokens.read("", session)).isEmpty();
        assertThat(tokens.read("ä".repeat(token.length()), session)).isEmpty();
    }

    @Test
    void oneThatEndsLaterThanAnyIsSignedWasSignedUnderAnotherClock() {
        String late = tokens.sign(release, 7, session, clock.instant().plus(Duration.ofDays(1)));
        assertThat(tokens.read(late, session)).isEmpty();
    }
}
