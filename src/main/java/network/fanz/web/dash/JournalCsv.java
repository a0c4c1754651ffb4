package network.fanz.web.dash;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import network.fanz.common.Page;
import network.fanz.finance.ledger.JournalFilter;
import network.fanz.finance.ledger.JournalLine;
import network.fanz.finance.ledger.Ledger;
import network.fanz.web.show.Csv;
import org.jspecify.annotations.Nullable;

/** The journal as a file, newest first and whole: what is posted while it is written comes before its first row. */
final class JournalCsv {
    private static final int AT_ONCE = 200;

    private JournalCsv() {}

    static void write(Ledger ledger, JournalFilter filter, HttpServletResponse response) throws IOException {
        Page<JournalLine> page = ledger.journal(filter, null, AT_ONCE);
        Csv csv = head(response);
        while (true) {
            for (JournalLine line : page.items()) {
                row(csv, line);
            }
            @Nullable String next = page.next();
            if (next == null) {
                return;
            }
            page = ledger.journal(filter, next, AT_ONCE);
        }
    }

    private static Csv head(HttpServletResponse response) throws IOException {
        return Csv.to(
                response,
                "journal.csv",
                "seq",
                "posting",
                "leg",
                "kind",
                "debit account",
                "credit account",
                "asset",
                "amount",
                "code",
                "posted",
                "effective",
                "reference type",
                "reference",
                "block");
    }

    private static void row(Csv csv, JournalLine line) throws IOException {
        csv.row(
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
    }
}
