package network.fanz.web.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a spreadsheet reads. */
class CsvTest {
    @Test
    void takesNothingForAFormula() {
        assertThat(Csv.field("=1+1,\"quoted\"")).isEqualTo("\"'=1+1,\"\"quoted\"\"\"");
        assertThat(Csv.field("-2+3")).isEqualTo("'-2+3");
        assertThat(Csv.field("@name")).isEqualTo("'@name");
    }

    @Test
    void leavesNumbersNumbers() {
        assertThat(Csv.field("-12.50")).isEqualTo("-12.50");
        assertThat(Csv.field("1234")).isEqualTo("1234");
    }

    @Test
    void writesRowsOfAnAttachment() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        Csv.to(response, "some.csv", "a", "b").row("one, two", 3);
        assertThat(response.getContentAsString()).isEqualTo("a,b\r\n\"one, two\",3\r\n");
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"some.csv\"");
    }
}
