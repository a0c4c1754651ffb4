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

    /** The hash covers all earlier blocks, so an equal hash means an equal chain. */
    public boolean isSameAs(Head other) {
        return height == other.height && Arrays.equals(hash, other.hash);
    }

    /** Whether the block was built directly on this head. */
    public boolean isParentOf(SealedBlock block) {
        return height + 1 == block.height() && Arrays.equals(hash, block.previousHash());
    }
}
