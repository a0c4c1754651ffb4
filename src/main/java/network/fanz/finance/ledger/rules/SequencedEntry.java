package network.fanz.finance.ledger.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An entry with the sequence number of its transfer. */
public record SequencedEntry(long seq, Entry entry) {
    /** Sorted by account, so that neighbours in the index are written together. */
    public static List<SequencedEntry> of(List<Transfer> transfers) {
        List<SequencedEntry> entries = new ArrayList<>(transfers.size() * 2);
        for (Transfer transfer : transfers) {
            entries.add(new SequencedEntry(transfer.seq(), transfer.debit()));
            entries.add(new SequencedEntry(transfer.seq(), transfer.credit()));
        }
        entries.sort(Comparator.comparingLong(sequenced -> sequenced.entry().account()));
        return entries;
    }
}
