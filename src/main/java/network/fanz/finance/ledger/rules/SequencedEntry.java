package network.fanz.finance.ledger.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An entry with its place in the chain. */
public record SequencedEntry(long seq, Entry entry) {
    /** Sorted by account, so that neighbours in the index are written together. */
    public static List<SequencedEntry> of(List<Transfer> lines) {
        List<SequencedEntry> entries = new ArrayList<>(lines.size() * 2);
        for (Transfer transfer : lines) {
            entries.add(new SequencedEntry(transfer.seq(), transfer.debit()));
            entries.add(new SequencedEntry(transfer.seq(), transfer.credit()));
        }
        entries.sort(Comparator.comparingLong(sequenced -> sequenced.entry().account()));
        return entries;
    }
}
