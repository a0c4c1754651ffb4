package network.fanz.web.dash;

import java.util.List;
import java.util.stream.Collectors;
import network.fanz.common.Page;
import network.fanz.finance.ledger.JournalFilter;
import network.fanz.finance.ledger.JournalLine;
import network.fanz.finance.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/** The journal as a file for a spreadsheet (RFC 4180), newest first. */
final class JournalCsv {
    /** More than this is a job for the API, page by page. */
    private static final int LINES_MAX = 10_000;

    private static final int AT_ONCE = 200;
    private static final String HEAD =
            "seq,posting,leg,kind,debit account,credit account,asset,amount,code,posted,effective,reference type,"
                    + "reference,block\r\n";

    private JournalCsv() {}

    static String of(Ledger ledger, JournalFilter filter) {
        StringBuilder csv = new StringBuilder(HEAD);
        @Nullable String after = null;
        for (int lines = 0; lines < LINES_MAX; ) {
            Page<JournalLine> page = ledger.journal(filter, after, AT_ONCE);
            page.items().forEach(line -> csv.append(row(line)));
            lines += page.items().size();
            after = page.next();
            if (after == null) {
                break;
            }
        }
        return csv.toString();
    }

    private static String row(JournalLine line) {
        List<Object> fields = List.of(
                line.seq(),
                line.posting(),
                line.leg(),
                line.kind(),
                line.debit(),
                line.credit(),
                line.amount().asset().code(),
                line.amount().decimal(),
                line.code(),
                line.postedAt(),
                line.effectiveAt(),
                line.referenceType(),
                line.referenceId(),
                line.block());
        return fields.stream().map(field -> field(field.toString())).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A spreadsheet takes some beginnings for a formula; an apostrophe says that it is text. */
    private static String field(String text) {
        String safe = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
