package network.fanz.finance.ledger.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** One batch's postings and transfers, and the hash that binds them to all earlier blocks. */
public record SealedBlock(
        long height, long firstSeq, int transfers, byte[] previousHash, byte[] hash, Instant postedAt) {
    /** PostgreSQL's order of ids: byte by byte. */
    static final Comparator<PostingRow> BY_ID = (one, other) -> {
        int high = Long.compareUnsigned(
                one.id().getMostSignificantBits(), other.id().getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(
                        one.id().getLeastSignificantBits(), other.id().getLeastSignificantBits());
    };

    static SealedBlock after(Head head, Instant postedAt, List<PostingRow> postings, List<Transfer> transferList) {
        byte[] hash = hash(head.height() + 1, head.nextSeq(), head.hash(), postedAt, postings, transferList);
        return new SealedBlock(head.height() + 1, head.nextSeq(), transferList.size(), head.hash(), hash, postedAt);
    }

    /** @param postings the accepted ones in the order of their transfers, then the rejected ones by id */
    public static byte[] hash(
            long height,
            long firstSeq,
            byte[] previous,
            Instant postedAt,
            List<PostingRow> postings,
            List<Transfer> transferList) {
        CanonicalBytes bytes = new CanonicalBytes()
                .number(height)
                .number(firstSeq)
                .bytes(previous)
                .time(postedAt)
                .number(postings.size())
                .number(transferList.size());
        postings.forEach(posting -> posting.writeTo(bytes));
        transferList.forEach(transfer -> transfer.writeTo(bytes));
        return bytes.sha256();
    }

    public Head head() {
        return new Head(height, hash, firstSeq + transfers, postedAt);
    }
}
