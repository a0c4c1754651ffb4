package network.fanz.web.show;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import network.fanz.common.Language;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A file for a spreadsheet (RFC 4180), written to the reader row by row, however many there are. It begins with a byte order mark, or
 * spreadsheets take UTF-8 for another encoding. What they would run as a formula is text. Its words are English, whoever reads it: files
 * of two readers can be put together.
 */
public final class Csv {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 1 << 15;

    private final Writer out;

    private Csv(Writer out) {
        this.out = out;
    }

    /** Writes the rows. */
    @FunctionalInterface
    public interface CsvRows {
        void writeTo(Csv csv);
    }

    /** Sends a file of this name with these columns' names and rows. */
    public static void send(HttpServletResponse response, String file, CsvRows rows, String... columns)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file).build().toString());
        Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), BUFFER);
        out.write(BYTE_ORDER_MARK);
        Csv csv = new Csv(out);
        try {
            csv.row((Object[]) columns);
            Language.in(Language.ENGLISH, () -> {
                rows.writeTo(csv);
                return csv;
            });
        } catch (UncheckedIOException readerHasGone) {
            throw readerHasGone.getCause();
        }
        out.flush();
    }

    /** @throws UncheckedIOException if the reader has gone */
    public void row(Object... fields) {
        try {
            for (int index = 0; index < fields.length; index++) {
                if (index > 0) {
                    out.write(',');
                }
                out.write(CsvField.of(fields[index]));
            }
            out.write("\r\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
