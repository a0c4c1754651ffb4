package network.fanz.content.moderation.index;

import java.util.function.IntConsumer;

/** For each of the sixteen pieces which rows have which value there; 64 bytes a row and 4 MB. */
final class PieceTables {
    private final int[][] starts = new int[HashPieces.PIECES][];
    private final int[][] rows = new int[HashPieces.PIECES][];

    PieceTables(HashRows hashes) {
        for (int piece = 0; piece < HashPieces.PIECES; piece++) {
            int[] begins = new int[HashPieces.VALUES + 1];
            for (int row = 0; row < hashes.size(); row++) {
                begins[hashes.piece(row, piece) + 1]++;
            }
            for (int value = 0; value < HashPieces.VALUES; value++) {
                begins[value + 1] += begins[value];
            }
            int[] next = begins.clone();
            int[] sorted = new int[hashes.size()];
            for (int row = 0; row < hashes.size(); row++) {
                sorted[next[hashes.piece(row, piece)]++] = row;
            }
            starts[piece] = begins;
            rows[piece] = sorted;
        }
    }

    int count(int piece, int value) {
        return starts[piece][value + 1] - starts[piece][value];
    }

    void rows(int piece, int value, IntConsumer each) {
        int end = starts[piece][value + 1];
        for (int at = starts[piece][value]; at < end; at++) {
            each.accept(rows[piece][at]);
        }
    }
}
