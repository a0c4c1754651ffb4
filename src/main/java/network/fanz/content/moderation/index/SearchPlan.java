package network.fanz.content.moderation.index;

import java.util.Arrays;
import network.fanz.content.intelligence.PdqHash;

/**
 * How far from the wanted hash each piece is looked up. Of two hashes that differ in at most {@code r} bits, one piece differs in no more
 * bits than it is allowed, whenever the allowances, each plus one, come to more than {@code r} together. Which piece is allowed how much is
 * free; it is chosen so that the fewest rows are looked at, for real hashes agree in some pieces far more often than in others.
 */
final class SearchPlan {
    /** A piece that is not looked up at all. */
    static final int NOT = -1;

    private static final int ALLOWED_MAX = 2;

    /** A look into a table costs about as much as a row. */
    private static final int[] LOOKS = {1, 17, 137};

    private final int[] allowed;
    private final long cost;

    private SearchPlan(int[] allowed, long cost) {
        this.allowed = allowed;
        this.cost = cost;
    }

    /** How many bits a piece may differ in; {@link #NOT} for one that is left out. */
    int allowed(int piece) {
        return allowed[piece];
    }

    /** About how many rows and values are looked at. */
    long cost() {
        return cost;
    }

    /** @param good a plan that costs no more than this is not improved upon */
    static SearchPlan of(PieceTables tables, PdqHash wanted, int radius, long good) {
        long[][] costs = new long[HashPieces.PIECES][ALLOWED_MAX + 1];
        long even = 0;
        for (int piece = 0; piece < HashPieces.PIECES; piece++) {
            int value = HashPieces.of(wanted, piece);
            costs[piece][0] = LOOKS[0] + tables.count(piece, value);
            costs[piece][1] = LOOKS[1] + tables.count(piece, value) + oneOff(tables, piece, value);
            even += costs[piece][1];
        }
        int[] plan = new int[HashPieces.PIECES];
        Arrays.fill(plan, 1);
        if (even <= good && radius < 2 * HashPieces.PIECES) {
            return new SearchPlan(plan, even);
        }
        for (int piece = 0; piece < HashPieces.PIECES; piece++) {
            int value = HashPieces.of(wanted, piece);
            costs[piece][2] = LOOKS[2] + costs[piece][1] - LOOKS[1] + twoOff(tables, piece, value);
        }
        return cheapest(costs, radius + 1);
    }

    private static long oneOff(PieceTables tables, int piece, int value) {
        long rows = 0;
        for (int bit = 0; bit < Short.SIZE; bit++) {
            rows += tables.count(piece, value ^ 1 << bit);
        }
        return rows;
    }

    private static long twoOff(PieceTables tables, int piece, int value) {
        long rows = 0;
        for (int bit = 1; bit < Short.SIZE; bit++) {
            for (int other = 0; other < bit; other++) {
                rows += tables.count(piece, value ^ 1 << bit ^ 1 << other);
            }
        }
        return rows;
    }

    /** The allowances that together are enough and cost least, piece by piece from the cheapest of the pieces before. */
    private static SearchPlan cheapest(long[][] costs, int needed) {
        long[][] best = new long[HashPieces.PIECES + 1][needed + 1];
        int[][] chosen = new int[HashPieces.PIECES][needed + 1];
        Arrays.fill(best[0], Long.MAX_VALUE / 2);
        best[0][0] = 0;
        for (int piece = 0; piece < HashPieces.PIECES; piece++) {
            Arrays.fill(best[piece + 1], Long.MAX_VALUE / 2);
            for (int had = 0; had <= needed; had++) {
                for (int allowed = NOT; allowed <= ALLOWED_MAX; allowed++) {
                    int has = Math.min(needed, had + allowed + 1);
                    long cost = best[piece][had] + (allowed == NOT ? 0 : costs[piece][allowed]);
                    if (cost < best[piece + 1][has]) {
                        best[piece + 1][has] = cost;
                        chosen[piece][has] = had << 2 | allowed + 1;
                    }
                }
            }
        }
        int[] plan = new int[HashPieces.PIECES];
        int has = needed;
        for (int piece = HashPieces.PIECES - 1; piece >= 0; piece--) {
            plan[piece] = (chosen[piece][has] & 3) - 1;
            has = chosen[piece][has] >> 2;
        }
        return new SearchPlan(plan, best[HashPieces.PIECES][needed]);
    }
}
