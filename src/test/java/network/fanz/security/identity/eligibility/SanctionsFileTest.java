package network.fanz.security.identity.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SanctionsFileTest {
    private static final String HEADING = "name,born\n";

    @Test
    void readsNamesWithCommasQuotesAndUnknownDates() {
        String csv = "\n name,born \n\"Beispiel, \"\"Der\"\" Gelistete\",1965-05-05\n\nExample Trader,\n\"A,\n";
        assertThat(SanctionsFile.read(csv))
                .containsExactly(
                        new SanctionedName("Beispiel, \"Der\" Gelistete", LocalDate.of(1965, 5, 5)),
                        new SanctionedName("Example Trader", null),
                        new SanctionedName("\"A", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Somebody | Line 2 is not a name",
                ",1965-05-05 | Line 2 is not a name",
                "123,1965-05-05 | Line 2 is not a name",
                "Somebody,5.5.1965 | Line 2 has a date that is not of the form",
            })
    void refusesTheWholeFileForOneBadLineAndNamesIt(String line, String said) {
        assertThatThrownBy(() -> SanctionsFile.read(HEADING + line)).hasMessageContaining(said);
        assertThatThrownBy(() -> SanctionsFile.read(HEADING + "Good,\n" + line))
                .hasMessageContaining(said.replace("2", "3"));
    }

    @Test
    void takesNamesOfThreeHundredLettersAndAHundredThousandLinesAndNoMore() {
        assertThat(SanctionsFile.read(HEADING + "x".repeat(300) + ",")).hasSize(1);
        assertThatThrownBy(() -> SanctionsFile.read(HEADING + "x".repeat(301) + ","))
                .hasMessageContaining("Line 2");
        assertThat(SanctionsFile.read(HEADING + "x,\n".repeat(99_999))).hasSize(99_999);
        assertThatThrownBy(() -> SanctionsFile.read(HEADING + "x,\n".repeat(100_000)))
                .hasMessageContaining("A list has");
        assertThatThrownBy(() -> SanctionsFile.read(HEADING)).hasMessageContaining("A list has");
    }

    @Test
    void needsItsHeading() {
        assertThatThrownBy(() -> SanctionsFile.read("")).hasMessageContaining("name,born");
        assertThatThrownBy(() -> SanctionsFile.read("born,name\nx,")).hasMessageContaining("name,born");
    }
}
