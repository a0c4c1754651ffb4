package network.fanz.security.identity.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "Madonna, Madonna Louise Ciccone, false",
        "Madona, Madonna, true",
        "Madonna Ciccone, Madonnaciccone, true",
        "Ciccone Madonna, Madonnaciccone, false",
        "Jon Jon, Jon Smith, false",
        "Jon Johan, Jon John, true",
        "Jon John, Jon Johan, true",
        "Jon, ???, false",
        "Madonna, Madonna Ciccone, true",
        "Jon Bolton, Jon Balton, true",
        "Jon Bolton, Jon Baltan, false",
        "???, Jon, false",
        "???, ???, false",
        "O'Neil-Smith, o neil smith, true",
        "Ｊｏｎ Smith, Jon Smith, true"
    })
    void everyPartOfTheShorterNameIsFoundOnceInTheLonger(String name, String listed, boolean same) {
        SanctionsScreen screen = new SanctionsScreen(List.of(new SanctionedName(listed, null)));
        assertThat(screen.matches(name, BORN)).isEqualTo(same);
    }

    /** W. Winkler, Overview of Record Linkage and Current Research Directions (2006), table 6. */
    @ParameterizedTest
    @CsvSource({
        "SHACKLEFORD, SHACKELFORD, .982",
        "DUNNINGHAM, CUNNIGHAM, .896",
        "NICHLESON, NICHULSON, .956",
        "JONES, JOHNSON, .832",
        "MASSEY, MASSIE, .933",
        "ABROMS, ABRAMS, .922",
        "HARDIN, MARTINEZ, .722",
        "ITMAN, SMITH, .467",
        "JERALDINE, GERALDINE, .926",
        "MARHTA, MARTHA, .961",
        "MICHELLE, MICHAEL, .921",
        "JULIES, JULIUS, .933",
        "TANYA, TONYA, .880",
        "DWAYNE, DUANE, .840",
        "SEAN, SUSAN, .805",
        "JON, JOHN, .933",
        "DIXON, DICKSONX, .813",
        "SAME, SAME, 1",
        "ABC, XYZ, 0",
        "'', A, 0",
        "A, B, 0",
        "AB, BA, 0"
    })
    void measuresLikenessAsPublished(String one, String other, double similarity) {
        assertThat(JaroWinkler.similarity(one, other)).isCloseTo(similarity, offset(.0005));
    }
}
