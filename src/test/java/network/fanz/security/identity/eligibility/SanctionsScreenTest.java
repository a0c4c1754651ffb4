package network.fanz.security.identity.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SanctionsScreenTest {
    private static final LocalDate BORN = LocalDate.of(1965, 5, 5);

    private final SanctionsScreen sanctionsScreen = new SanctionsScreen(List.of(
            new SanctionedName("Beispiel, Gelistete Müller", BORN), new SanctionedName("Example Listed Trader", null)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gelistete Müller Beispiel",
                "gelistete muller beispiel",
                "BEISPIEL Gelistete",
                "Gelistete M. Muller Beispiel",
                "Gelistette Mueller Beispeil"
            })
    void findsANameHoweverItIsWritten(String name) {
        assertThat(sanctionsScreen.matches(name, BORN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Maria Gonzales", "Müller", "Listed", "Gelistete Anders"})
    void leavesOthersAlone(String name) {
        assertThat(sanctionsScreen.matches(name, BORN)).isFalse();
    }

    @Test
    void tellsPeopleOfTheSameNameApartByTheirBirthday() {
        assertThat(sanctionsScreen.matches("Gelistete Müller Beispiel", BORN.plusDays(1)))
                .isFalse();
        assertThat(sanctionsScreen.matches("Listed Trader Example", BORN.plusDays(1)))
                .isTrue();
    }

    @Test
    void measuresLikenessAsPublished() {
        assertThat(JaroWinkler.similarity("martha", "marhta")).isBetween(0.9610, 0.9612);
        assertThat(JaroWinkler.similarity("dwayne", "duane")).isBetween(0.8399, 0.8401);
        assertThat(JaroWinkler.similarity("dixon", "dicksonx")).isBetween(0.8132, 0.8134);
        assertThat(JaroWinkler.similarity("abc", "xyz")).isZero();
    }
}
