package network.fanz.finance.ledger;

import java.time.Instant;

/**
 * The end of the chain, on which the next block is built.
 *
 * @param nextSeq the sequence number that the next transfer gets
 */
record Head(long height, byte[] hash, long nextSeq, Instant postedAt) {
    /** Before the first block. */
    static final Head NONE = new Head(0, new byte[32], 1, Instant.EPOCH);
}
