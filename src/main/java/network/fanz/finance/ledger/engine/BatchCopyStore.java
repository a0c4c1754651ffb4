package network.fanz.finance.ledger.engine;

import java.sql.Connection;
import java.sql.SQLException;
import network.fanz.finance.ledger.books.Asked;
import network.fanz.finance.ledger.books.Draft;
import network.fanz.finance.ledger.books.Entry;
import network.fanz.finance.ledger.books.Line;
import network.fanz.finance.ledger.books.Placed;
import network.fanz.platform.postgres.CopyRows;

/** A large draft's rows as COPY takes them. */
public record BatchCopyStore(CopyRows postings, CopyRows transfers, CopyRows entries) {
    private static final String POSTINGS = """
        copy ledger.posting (block, id, request, kind, reason, first_seq, legs, refers_to, expires_at, reference_type,
          reference_id, effective_at) from stdin (format binary)""";

    private static final String TRANSFERS = """
        copy ledger.transfer (seq, posting_id, leg, debit_account, credit_account, amount, asset_id, code)
          from stdin (format binary)""";

    private static final String ENTRIES = """
        copy ledger.entry (account_id, seq, version, amount, pending, balance, pending_debits, pending_credits)
          from stdin (format binary)""";

    static BatchCopyStore of(Draft draft) {
        CopyRows postings = new CopyRows(12);
        draft.postings().forEach(asked -> add(postings, draft.block().height(), asked));
        CopyRows transfers = new CopyRows(8);
        draft.lines().forEach(line -> add(transfers, line));
        CopyRows entries = new CopyRows(8);
        Placed.of(draft.lines()).forEach(placed -> add(entries, placed));
        return new BatchCopyStore(postings, transfers, entries);
    }

    void writeTo(Connection connection) throws SQLException {
        postings.writeTo(connection, POSTINGS);
        transfers.writeTo(connection, TRANSFERS);
        entries.writeTo(connection, ENTRIES);
    }

    private static void add(CopyRows rows, long height, Asked asked) {
        rows.row()
                .int8(height)
                .uuid(asked.id())
                .bytea(asked.request())
                .int2(asked.kind().number())
                .int2(asked.reason());
        if (asked.accepted()) {
            rows.int8(asked.firstSeq());
        } else {
            rows.none();
        }
        rows.int2(asked.legs())
                .uuid(asked.refersTo())
                .timestamptz(asked.expiresAt())
                .text(asked.referenceType())
                .text(asked.referenceId())
                .timestamptz(asked.effectiveAt());
    }

    private static void add(CopyRows rows, Line line) {
        rows.row()
                .int8(line.seq())
                .uuid(line.posting())
                .int2(line.leg())
                .int8(line.movement().debit())
                .int8(line.movement().credit())
                .numeric(line.movement().amount())
                .int4(line.movement().assetId())
                .int4(line.movement().code());
    }

    private static void add(CopyRows rows, Placed placed) {
        Entry entry = placed.entry();
        rows.row()
                .int8(entry.account())
                .int8(placed.seq())
                .int8(entry.version())
                .numeric(entry.amount())
                .numeric(entry.pending())
                .numeric(entry.balance())
                .numeric(entry.pendingDebits())
                .numeric(entry.pendingCredits());
    }
}
