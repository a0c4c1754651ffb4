package network.fanz.finance.ledger.engine;

import java.sql.Connection;
import java.sql.SQLException;
import network.fanz.finance.ledger.rules.Draft;
import network.fanz.finance.ledger.rules.Entry;
import network.fanz.finance.ledger.rules.PostingRow;
import network.fanz.finance.ledger.rules.SequencedEntry;
import network.fanz.finance.ledger.rules.Transfer;
import network.fanz.platform.postgres.CopyRows;

/** A large draft's rows as COPY takes them. */
public record BatchCopyStore(CopyRows postings, CopyRows transfers, CopyRows entries) {
    private static final String POSTINGS = """
        copy ledger.posting (block, id, request, kind, reason, first_seq, legs, refers_to, expires_at, reference_type,
          reference_id, effective_at, keeper) from stdin (format binary)""";

    private static final String TRANSFERS = """
        copy ledger.transfer (seq, posting_id, leg, debit_account, credit_account, amount, asset_id, code)
          from stdin (format binary)""";

    private static final String ENTRIES = """
        copy ledger.entry (account_id, seq, version, amount, pending, balance, pending_debits, pending_credits)
          from stdin (format binary)""";

    static BatchCopyStore of(Draft draft) {
        CopyRows postings = new CopyRows(13);
        draft.postings().forEach(posting -> add(postings, draft.block().height(), posting));
        CopyRows transfers = new CopyRows(8);
        draft.transfers().forEach(transfer -> add(transfers, transfer));
        CopyRows entries = new CopyRows(8);
        SequencedEntry.of(draft.transfers()).forEach(sequenced -> add(entries, sequenced));
        return new BatchCopyStore(postings, transfers, entries);
    }

    void writeTo(Connection connection) throws SQLException {
        postings.writeTo(connection, POSTINGS);
        transfers.writeTo(connection, TRANSFERS);
        entries.writeTo(connection, ENTRIES);
    }

    private static void add(CopyRows rows, long height, PostingRow posting) {
        rows.row()
                .int8(height)
                .uuid(posting.id())
                .bytea(posting.requestHash())
                .int2(posting.kind().number())
                .int2(posting.reason());
        if (posting.accepted()) {
            rows.int8(posting.firstSeq());
        } else {
            rows.nullValue();
        }
        rows.int2(posting.legs())
                .uuid(posting.refersTo())
                .timestamptz(posting.expiresAt())
                .text(posting.referenceType())
                .text(posting.referenceId())
                .timestamptz(posting.effectiveAt())
                .int2(posting.keeper().number());
    }

    private static void add(CopyRows rows, Transfer transfer) {
        rows.row()
                .int8(transfer.seq())
                .uuid(transfer.posting())
                .int2(transfer.legIndex())
                .int8(transfer.leg().debit())
                .int8(transfer.leg().credit())
                .numeric(transfer.leg().amount())
                .int4(transfer.leg().assetId())
                .int4(transfer.leg().code());
    }

    private static void add(CopyRows rows, SequencedEntry sequenced) {
        Entry entry = sequenced.entry();
        rows.row()
                .int8(entry.account())
                .int8(sequenced.seq())
                .int8(entry.version())
                .numeric(entry.amount())
                .numeric(entry.pending())
                .numeric(entry.balance())
                .numeric(entry.pendingDebits())
                .numeric(entry.pendingCredits());
    }
}
