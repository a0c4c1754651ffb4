package network.fanz.web.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a spreadsheet reads. */
class CsvTest {
    @Test
    void takesNothingForAFormula() {
        assertThat(CsvField.of("=1+1,\"quoted\"")).isEqualTo("\"'=1+1,\"\"quoted\"\"\"");
        assertThat(CsvField.of("-2+3")).isEqualTo("'-2+3");
        assertThat(CsvField.of("@name")).isEqualTo("'@name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1",
                "+1",
                "-x",
                "@a",
                "＝1",
                "＋1",
                "－x",
                "＠a",
                "−x",
                " =1",
                "\u00A0=1",
                "\u3000＝1",
                "\uFEFF=1",
                "\u200B=1",
                "\u0000=1",
                "\"=1",
                " \" =1"
            })
    void putsAnApostropheBeforeWhatAnySpreadsheetWouldRun(String text) {
        assertThat(CsvField.of(text).replaceFirst("^\"", "")).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1", "\r=1", "\n=1", "\tname"})
    void keepsWhatStandsBehindATabOrALineFromBeingTheBeginning(String text) {
        assertThat(CsvField.of(text)).startsWith("\"'").doesNotContainPattern("[\t\r\n]=");
    }

    /** Where a comma stands in numbers, a semicolon parts the cells, quoted or not. */
    @Test
    void disarmsWhatBeginsBehindASemicolonOrOnALineOfItsOwn() {
        assertThat(CsvField.of("tip; =1+1;+2")).isEqualTo("\"tip;' =1+1;'+2\"");
        assertThat(CsvField.of("two\n=lines")).isEqualTo("\"two\n'=lines\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-12.50",
                "1234",
                "0.01",
                "-5",
                "",
                "Ann-Marie",
                "2026-11-22T12:00:00Z",
                "a=b",
                "one - two",
                "Zoë Ñandú",
                "李"
            })
    void leavesNumbersNumbersAndHonestTextAsItIs(String text) {
        assertThat(CsvField.of(text)).isEqualTo(text);
    }

    @Test
    void quotesWhatRfc4180QuotesAndDoublesQuotes() {
        assertThat(CsvField.of("one, two")).isEqualTo("\"one, two\"");
        assertThat(CsvField.of("a \"b\"")).isEqualTo("\"a \"\"b\"\"\"");
    }

    @Test
    void writesRowsOfAnAttachmentWithItsEncodingBeforeThem() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        Csv.send(response, "some.csv", csv -> csv.row("Zoë, two", 3), "a", "b");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("\uFEFFa,b\r\n\"Zoë, two\",3\r\n");
        assertThat(response.getContentAsByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"some.csv\"");
    }

    @Test
    void aFailureBetweenRowsIsNotTakenForAnEnd() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        assertThatThrownBy(() -> Csv.send(
                        response,
                        "some.csv",
                        csv -> {
                            throw new IllegalStateException("cut");
                        },
                        "a"))
                .hasMessage("cut");
    }
}
