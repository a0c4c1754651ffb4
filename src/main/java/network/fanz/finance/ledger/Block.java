package network.fanz.finance.ledger;

import java.time.Instant;

/**
 * The postings and transfers of one commit, chained by a hash to all earlier blocks.
 *
 * @param firstSeq the sequence number of the block's first transfer
 * @param transfers how many transfers the block has
 * @param previousHash SHA-256 of the previous block, in hexadecimal; zeros for the first block
 * @param hash SHA-256 of this block, in hexadecimal
 */
public record Block(long height, long firstSeq, int transfers, String previousHash, String hash, Instant postedAt) {}
