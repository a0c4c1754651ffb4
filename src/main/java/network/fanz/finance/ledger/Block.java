package network.fanz.finance.ledger;

import java.time.Instant;

/**
 * One commit's postings and transfers, bound by a hash to all before.
 *
 * @param firstSeq the sequence number of its first transfer
 * @param transfers how many it has
 * @param previousHash SHA-256 of the block before, in hexadecimal; zeros for the first
 * @param hash SHA-256 of this one
 */
public record Block(long height, long firstSeq, int transfers, String previousHash, String hash, Instant postedAt) {}
