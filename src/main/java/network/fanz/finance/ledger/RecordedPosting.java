package network.fanz.finance.ledger;

import java.util.List;

/**
 * A posting as the ledger stores it.
 *
 * @param lines its transfers
 * @param entries two for each transfer, the debit first
 * @param block the block that holds it
 * @param sound whether the hash of the block's rows, computed again, equals the stored hash
 */
public record RecordedPosting(List<JournalLine> lines, List<LedgerEntry> entries, Block block, boolean sound) {
    public RecordedPosting {
        lines = List.copyOf(lines);
        entries = List.copyOf(entries);
    }
}
