package network.fanz.finance.ledger.books;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A block: one batch's postings and transfers, and the hash that binds them to all before. */
public record Sealed(long height, long firstSeq, int transfers, byte[] previousHash, byte[] hash, Instant postedAt) {
    /** As PostgreSQL sorts ids: byte by byte. */
    static final Comparator<Asked> BY_ID = (one, other) -> {
        int high = Long.compareUnsigned(
                one.id().getMostSignificantBits(), other.id().getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(
                        one.id().getLeastSignificantBits(), other.id().getLeastSignificantBits());
    };

    static Sealed after(Head head, Instant postedAt, List<Asked> postings, List<Line> lines) {
        byte[] hash = hash(head.height() + 1, head.nextSeq(), head.hash(), postedAt, postings, lines);
        return new Sealed(head.height() + 1, head.nextSeq(), lines.size(), head.hash(), hash, postedAt);
    }

    /** @param postings the accepted ones as their transfers go, then the rejected ones by id */
    public static byte[] hash(
            long height, long firstSeq, byte[] previous, Instant postedAt, List<Asked> postings, List<Line> lines) {
        Canonical canonical = new Canonical()
                .number(height)
                .number(firstSeq)
                .bytes(previous)
                .time(postedAt)
                .number(postings.size())
                .number(lines.size());
        postings.forEach(posting -> posting.writeTo(canonical));
        lines.forEach(line -> line.writeTo(canonical));
        return canonical.sha256();
    }

    public Head head() {
        return new Head(height, hash, firstSeq + transfers, postedAt);
    }
}
