package network.fanz.content.moderation.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import network.fanz.content.intelligence.PdqHash;
import org.jspecify.annotations.Nullable;

/**
 * Hashes in which near ones are found, exactly. It never changes: one with more hashes is another index, which shares all but the newest
 * rows with it. A million hashes take about 110 MB.
 */
public final class PdqIndex {
    /** Two hashes that differ in at most so many bits are of one picture; the authors' own threshold. */
    public static final int RADIUS = 31;

    /** Below this, looking at every row is as fast as any table. */
    private static final int ROWS_WITHOUT_TABLES = 4096;

    /** How many new rows are looked at one by one before the tables are made anew. */
    private static final int NEWEST_MAX = 32_768;

    /** Rows that lie anywhere cost as much as so many that lie in a row. */
    private static final int SCATTERED_COSTS = 12;

    /** A plan is good if it looks at one row in so many. */
    private static final int GOOD_ONE_IN = 160;

    private final HashRows sorted;
    private final @Nullable PieceTables tables;
    private final HashRows newest;

    private PdqIndex(HashRows sorted, @Nullable PieceTables tables, HashRows newest) {
        this.sorted = sorted;
        this.tables = tables;
        this.newest = newest;
    }

    /** An index with tables of these hashes, which nobody changes any more. */
    public static PdqIndex of(HashRows hashes) {
        return new PdqIndex(
                hashes, hashes.size() < ROWS_WITHOUT_TABLES ? null : new PieceTables(hashes), new HashRows());
    }

    /** This one with more hashes, which are looked at one by one. */
    public PdqIndex with(HashRows more) {
        return more.size() == 0 ? this : new PdqIndex(sorted, tables, newest.with(more));
    }

    /** Whether it is worth the time to make its tables anew. */
    public boolean isUnsorted() {
        return newest.size() > NEWEST_MAX;
    }

    /** The same hashes with all of them in the tables; takes a third of a second for a million. */
    public PdqIndex sorted() {
        return of(sorted.with(newest));
    }

    /** The rows that another index made of this one has, and this one has not. */
    public PdqIndex withNewestOf(PdqIndex later, int from) {
        HashRows missed = new HashRows();
        for (int row = from; row < later.newest.size(); row++) {
            later.newest.copy(row, missed);
        }
        return with(missed);
    }

    /** How many rows are looked at one by one. */
    public int newestSize() {
        return newest.size();
    }

    public int size() {
        return sorted.size() + newest.size();
    }

    /**
     * All rows that are near one of the wanted hashes, and how near the nearest of these is.
     *
     * @param wanted such as a picture's hashes in all its forms
     * @return numbers of rows and bits, from 0 to {@link #RADIUS}
     */
    public Map<Long, Integer> near(Collection<PdqHash> wanted) {
        Map<Long, Integer> found = new HashMap<>();
        List<PdqHash> oneByOne = new ArrayList<>();
        for (PdqHash hash : wanted) {
            Optional<SearchPlan> plan = plan(hash);
            if (plan.isPresent()) {
                look(plan.get(), hash, found);
            } else {
                oneByOne.add(hash);
            }
        }
        scan(sorted, oneByOne, found);
        scan(newest, wanted, found);
        return found;
    }

    /** Empty if it is faster to look at every row. */
    private Optional<SearchPlan> plan(PdqHash hash) {
        PieceTables pieces = tables;
        return pieces == null
                ? Optional.empty()
                : Optional.of(SearchPlan.of(pieces, hash, RADIUS, sorted.size() / GOOD_ONE_IN))
                        .filter(plan -> plan.cost() * SCATTERED_COSTS < sorted.size());
    }

    private void look(SearchPlan plan, PdqHash hash, Map<Long, Integer> found) {
        PieceTables pieces = Objects.requireNonNull(tables);
        IntConsumer compare = row -> compare(sorted, row, hash, found);
        for (int piece = 0; piece < HashPieces.PIECES; piece++) {
            int value = HashPieces.of(hash, piece);
            if (plan.allowed(piece) > SearchPlan.NOT) {
                pieces.rows(piece, value, compare);
            }
            for (int bit = 0; bit < Short.SIZE && plan.allowed(piece) > 0; bit++) {
                pieces.rows(piece, value ^ 1 << bit, compare);
                for (int other = 0; other < bit && plan.allowed(piece) > 1; other++) {
                    pieces.rows(piece, value ^ 1 << bit ^ 1 << other, compare);
                }
            }
        }
    }

    private static void scan(HashRows rows, Collection<PdqHash> wanted, Map<Long, Integer> found) {
        if (wanted.isEmpty()) {
            return;
        }
        for (int row = 0; row < rows.size(); row++) {
            for (PdqHash hash : wanted) {
                compare(rows, row, hash, found);
            }
        }
    }

    private static void compare(HashRows rows, int row, PdqHash hash, Map<Long, Integer> found) {
        int distance = rows.distance(row, hash, RADIUS);
        if (distance <= RADIUS) {
            found.merge(rows.id(row), distance, Math::min);
        }
    }
}
