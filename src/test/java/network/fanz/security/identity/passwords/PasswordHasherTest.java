package network.fanz.security.identity.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import network.fanz.common.InvalidField;
import network.fanz.platform.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHasherTest {
    @TempDir
    Path folder;

    private PasswordHasher hasher;

    @BeforeEach
    void start() {
        hasher = new PasswordHasher(Vault.in(folder), 1, Duration.ofSeconds(5), new SimpleMeterRegistry());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "only-14-chars!",
                "passwordpassword",
                "PasswordPassword1!",
                "aaaaaaaaaaaaaaaaaaaa",
                "abcabcabcabcabcabcabc",
                "123456789012345",
                "iloveyouforever!!!!!",
                "correct horse battery staple"
            })
    void refusesWhatIsShortOrGuessedFirst(String password) {
        assertThatThrownBy(() -> hasher.requireAcceptable(password, Set.of())).isInstanceOf(InvalidField.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"violet tram under nine bridges", "fünfzehn zeichen ö", "密码密码密码 有点长的一句话 没人知道的"})
    void acceptsLengthInAnyScript(String password) {
        assertThatCode(() -> hasher.requireAcceptable(password, Set.of())).doesNotThrowAnyException();
    }

    @Test
    void acceptsUpTo128CharactersAndAllOfThemCount() {
        String phrase = "a quiet river runs past the old mill house ".repeat(3).substring(0, 127);
        assertThatCode(() -> hasher.requireAcceptable(phrase + "x", Set.of())).doesNotThrowAnyException();
        assertThatThrownBy(() -> hasher.requireAcceptable(phrase + "xy", Set.of()))
                .isInstanceOf(InvalidField.class);
        assertThat(hasher.hash(phrase + "x", "a@example.org", HashQueue.KNOWN))
                .isNotEqualTo(hasher.hash(phrase + "y", "a@example.org", HashQueue.KNOWN));
    }

    @Test
    void refusesTheOwnersOwnName() {
        assertThatThrownBy(() -> hasher.requireAcceptable("johnathan.doe.1234", Set.of("johnathan.doe")))
                .isInstanceOf(InvalidField.class);
    }

    @Test
    void hashesTheSameCharactersTypedTwoWaysAlike() {
        assertThat(hasher.hash("caf\u00e9 au lait s'il vous plaît", "a@example.org", HashQueue.KNOWN))
                .isEqualTo(hasher.hash("cafe\u0301 au lait s'il vous plai\u0302t", "a@example.org", HashQueue.KNOWN));
    }

    @Test
    void saltsEachAddressDifferently() {
        assertThat(hasher.hash("violet tram under nine bridges", "a@example.org", HashQueue.KNOWN))
                .isNotEqualTo(hasher.hash("violet tram under nine bridges", "b@example.org", HashQueue.KNOWN));
    }

    @Test
    void tellsMoreThanItCanServeToComeBack() throws Exception {
        PasswordHasher impatient =
                new PasswordHasher(Vault.in(folder.resolve("other")), 1, Duration.ZERO, new SimpleMeterRegistry());
        var together = new java.util.concurrent.CyclicBarrier(8);
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(8)) {
            var results = threads.invokeAll(java.util.Collections.nCopies(8, () -> {
                together.await();
                try {
                    impatient.hash("violet tram under nine bridges", "a@example.org", HashQueue.KNOWN);
                    return "done";
                } catch (PasswordHashingBusy passwordHashingBusy) {
                    return "busy";
                }
            }));
            assertThat(results).extracting(java.util.concurrent.Future::get).contains("done", "busy");
        }
    }
}
