package network.fanz.finance.ledger.rules;

import java.time.Instant;
import java.util.Arrays;

/**
 * The end of the chain, on which the next block is built.
 *
 * @param nextSeq the sequence number that the next transfer gets
 */
public record Head(long height, byte[] hash, long nextSeq, Instant postedAt) {
    /** Before the first block. */
    public static final Head NONE = new Head(0, new byte[32], 1, Instant.EPOCH);

    /** The hash stands for all that was before. */
    public boolean isSameAs(Head other) {
        return height == other.height && Arrays.equals(hash, other.hash);
    }

    /** Whether this block was built on this end. */
    public boolean isParentOf(SealedBlock block) {
        return height + 1 == block.height() && Arrays.equals(hash, block.previousHash());
    }
}
