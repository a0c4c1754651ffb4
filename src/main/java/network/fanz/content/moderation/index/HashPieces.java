package network.fanz.content.moderation.index;

import network.fanz.content.intelligence.PdqHash;

/** A hash cut into sixteen pieces of sixteen bits. */
final class HashPieces {
    static final int PIECES = 16;
    static final int VALUES = 1 << 16;

    private static final int MASK = VALUES - 1;

    private HashPieces() {}

    /** @param number from 0 for the highest bits */
    static int of(long part, int number) {
        return (int) (part >>> 48 - 16 * number) & MASK;
    }

    static int of(PdqHash hash, int piece) {
        long part = switch (piece / HashRows.PARTS) {
            case 0 -> hash.first();
            case 1 -> hash.second();
            case 2 -> hash.third();
            default -> hash.fourth();
        };
        return of(part, piece % HashRows.PARTS);
    }
}
