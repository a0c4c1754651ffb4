package network.fanz.content.moderation.index;

import java.util.Arrays;
import network.fanz.content.intelligence.PdqHash;

/** Hashes with the numbers of their rows, one behind the other; 40 bytes each. */
public final class HashRows {
    static final int PARTS = 4;
    private static final int FIRST_ROOM = 64;

    private long[] parts;
    private long[] ids;
    private int size;

    public HashRows() {
        this(new long[FIRST_ROOM * PARTS], new long[FIRST_ROOM], 0);
    }

    private HashRows(long[] parts, long[] ids, int size) {
        this.parts = parts;
        this.ids = ids;
        this.size = size;
    }

    public void add(long id, PdqHash hash) {
        if (size == ids.length) {
            int room = Math.addExact(size, Math.max(FIRST_ROOM, size / 2));
            parts = Arrays.copyOf(parts, room * PARTS);
            ids = Arrays.copyOf(ids, room);
        }
        int at = size * PARTS;
        parts[at] = hash.first();
        parts[at + 1] = hash.second();
        parts[at + 2] = hash.third();
        parts[at + 3] = hash.fourth();
        ids[size] = id;
        size++;
    }

    /** Adds one of these rows to others. */
    void copy(int row, HashRows to) {
        int at = row * PARTS;
        to.add(ids[row], new PdqHash(parts[at], parts[at + 1], parts[at + 2], parts[at + 3]));
    }

    /** These and the others behind them, in arrays of exactly their size. */
    HashRows with(HashRows others) {
        int all = Math.addExact(size, others.size);
        long[] moreParts = Arrays.copyOf(parts, all * PARTS);
        long[] moreIds = Arrays.copyOf(ids, all);
        System.arraycopy(others.parts, 0, moreParts, size * PARTS, others.size * PARTS);
        System.arraycopy(others.ids, 0, moreIds, size, others.size);
        return new HashRows(moreParts, moreIds, all);
    }

    public int size() {
        return size;
    }

    long id(int row) {
        return ids[row];
    }

    /** One of a hash's sixteen pieces of sixteen bits. */
    int piece(int row, int piece) {
        return HashPieces.of(parts[row * PARTS + piece / PARTS], piece % PARTS);
    }

    /** In how many bits they differ; any number above {@code most} where that are more. */
    int distance(int row, PdqHash hash, int most) {
        int at = row * PARTS;
        int half = Long.bitCount(parts[at] ^ hash.first()) + Long.bitCount(parts[at + 1] ^ hash.second());
        return half > most
                ? half
                : half + Long.bitCount(parts[at + 2] ^ hash.third()) + Long.bitCount(parts[at + 3] ^ hash.fourth());
    }
}
