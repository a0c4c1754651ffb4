package network.fanz.finance.ledger.books;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An entry with its place in the chain. */
public record Placed(long seq, Entry entry) {
    /** Sorted by account, so that neighbours in the index are written together. */
    public static List<Placed> of(List<Line> lines) {
        List<Placed> entries = new ArrayList<>(lines.size() * 2);
        for (Line line : lines) {
            entries.add(new Placed(line.seq(), line.debit()));
            entries.add(new Placed(line.seq(), line.credit()));
        }
        entries.sort(Comparator.comparingLong(placed -> placed.entry().account()));
        return entries;
    }
}
