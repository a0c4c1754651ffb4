package network.fanz.web.show;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A file for a spreadsheet (RFC 4180), written to the reader row by row, however many there are. */
public final class Csv {
    private static final String FORMULA = "(?s)[=+@\\t\\r-].*";
    private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?";
    private static final String SPECIAL = "(?s).*[\",\\r\\n].*";

    private final OutputStream out;

    private Csv(OutputStream out) {
        this.out = out;
    }

    /** Begins a file of this name with its columns' names. */
    public static Csv to(HttpServletResponse response, String file, String... columns) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file).build().toString());
        Csv csv = new Csv(response.getOutputStream());
        csv.row((Object[]) columns);
        return csv;
    }

    public void row(Object... fields) throws IOException {
        String row = Arrays.stream(fields)
                .map(field -> field(field.toString()))
                .collect(Collectors.joining(",", "", "\r\n"));
        out.write(row.getBytes(StandardCharsets.UTF_8));
    }

    /** A spreadsheet takes some beginnings for a formula; an apostrophe says that it is text. A number is a number. */
    static String field(String text) {
        String safe = text.matches(FORMULA) && !text.matches(NUMBER) ? "'" + text : text;
        return safe.matches(SPECIAL) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
