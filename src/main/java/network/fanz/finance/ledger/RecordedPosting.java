package network.fanz.finance.ledger;

import java.util.List;

/**
 * A posting as it lies in the books.
 *
 * @param lines its transfers
 * @param entries two a transfer, the debit first
 * @param block the block that holds it
 * @param sound whether the block's rows, hashed anew, still give its hash
 */
public record RecordedPosting(List<JournalLine> lines, List<LedgerEntry> entries, Block block, boolean sound) {
    public RecordedPosting {
        lines = List.copyOf(lines);
        entries = List.copyOf(entries);
    }
}
