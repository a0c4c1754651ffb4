package network.fanz.web.dash;

import network.fanz.finance.ledger.JournalLine;
import network.fanz.finance.ledger.StatementLine;
import network.fanz.web.show.Csv;

/** The journal and an account's statement as files, newest first and whole. */
final class JournalCsv {
    static final String[] JOURNAL = {
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
        "block"
    };
    static final String[] STATEMENT = {
        "transfer",
        "posted",
        "kind",
        "counterparty",
        "asset",
        "amount",
        "pending",
        "balance",
        "reference type",
        "reference"
    };

    private JournalCsv() {}

    static void row(Csv csv, JournalLine line) {
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

    static void row(Csv csv, StatementLine line) {
        csv.row(
                line.seq(),
                line.postedAt(),
                line.kind(),
                line.counterparty(),
                line.amount().asset().code(),
                line.amount().decimal(),
                line.pending().decimal(),
                line.balance().decimal(),
                line.referenceType(),
                line.referenceId());
    }
}
