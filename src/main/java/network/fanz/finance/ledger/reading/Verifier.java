package network.fanz.finance.ledger.reading;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.fanz.finance.ledger.Verification;
import network.fanz.finance.ledger.books.Asked;
import network.fanz.finance.ledger.books.Entry;
import network.fanz.finance.ledger.books.Head;
import network.fanz.finance.ledger.books.Line;
import network.fanz.finance.ledger.books.Sealed;
import network.fanz.finance.ledger.reading.ChainStore.Found;
import network.fanz.finance.ledger.reading.ChainStore.Kept;
import network.fanz.finance.ledger.reading.ChainStore.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads all books from the first block on, hashes them anew and follows every account entry by entry to what its row says. It is run
 * in one snapshot, so that what is written meanwhile does not disturb it.
 */
public final class Verifier {
    private static final int BLOCKS_AT_ONCE = 20;
    private static final int FINDINGS_MAX = 100;

    private final ChainStore store;
    private final List<String> findings = new ArrayList<>();
    private final Map<Long, Followed> accounts = new HashMap<>();
    private Head head = Head.NONE;
    private long postings;
    private long transfers;

    Verifier(ChainStore store) {
        this.store = store;
    }

    Verification verify() {
        store.takeYourTime();
        for (List<Sealed> next = store.blocksAfter(0, BLOCKS_AT_ONCE);
                !next.isEmpty();
                next = store.blocksAfter(head.height(), BLOCKS_AT_ONCE)) {
            read(next);
        }
        expect(postings == store.countPostings(), "There are postings outside of every block.");
        expect(transfers == store.countTransfers(), "There are transfers outside of every block.");
        expect(
                2 * transfers == store.countEntries(),
                "There are entries without a transfer, or transfers without entries.");
        expect(store.countLostHolds() == 0, "The holds are not the pending postings.");
        expect(store.countAltered() == 0, "There are accounts or assets that are not what they were opened as.");
        store.accounts(this::compare);
        expect(accounts.isEmpty(), "There are entries of accounts that do not exist.");
        return new Verification(head.height(), transfers, findings);
    }

    /** Whether a block's rows still have its hash. */
    static boolean matches(ChainStore store, Sealed block) {
        Rows rows = Rows.read(store, block, block);
        return rows.hashOf(block).map(hash -> Arrays.equals(hash, block.hash())).orElse(false);
    }

    private void read(List<Sealed> blocks) {
        Rows rows = Rows.read(store, blocks.getFirst(), blocks.getLast());
        for (Sealed block : blocks) {
            link(block);
            Optional<byte[]> hash = rows.hashOf(block);
            expect(
                    hash.isPresent() && Arrays.equals(hash.get(), block.hash()),
                    "Block " + block.height() + " is not what was written.");
            head = block.head();
        }
        rows.lines.forEach(this::follow);
        postings += rows.postings.size();
        transfers += rows.lines.size();
    }

    private void link(Sealed block) {
        expect(block.height() == head.height() + 1, "Block " + (head.height() + 1) + " is missing.");
        expect(
                Arrays.equals(block.previousHash(), head.hash()),
                "Block " + block.height() + " does not follow the one before.");
        expect(block.firstSeq() == head.nextSeq(), "Block " + block.height() + " leaves a gap in the sequence.");
        expect(!block.postedAt().isBefore(head.postedAt()), "Block " + block.height() + " goes back in time.");
    }

    private void follow(Found found) {
        Entry debit = found.debit();
        Entry credit = found.credit();
        if (debit == null || credit == null) {
            expect(false, "Transfer " + found.seq() + " lacks an entry.");
            return;
        }
        expect(
                debit.amount().add(credit.amount()).signum() == 0
                        && debit.pending().add(credit.pending()).signum() == 0,
                "Transfer " + found.seq() + " does not sum to zero.");
        follow(found, debit);
        follow(found, credit);
    }

    private void follow(Found found, Entry entry) {
        Followed before = accounts.get(entry.account());
        Followed after =
                (before == null ? Followed.start(found.movement().assetId()) : before).with(entry, found.seq());
        expect(
                after.matches(entry) && after.asset == found.movement().assetId(),
                "Account " + entry.account() + " breaks at transfer " + found.seq() + ".");
        accounts.put(entry.account(), after);
    }

    private void compare(Row row) {
        Followed followed = accounts.remove(row.id());
        Followed expected = followed == null ? Followed.start(row.asset()) : followed;
        expect(expected.matches(row), "Account " + row.id() + " is not what its entries say.");
    }

    private void expect(boolean holds, String finding) {
        if (!holds && findings.size() < FINDINGS_MAX) {
            findings.add(finding);
        }
    }

    /** An account as its entries make it. */
    private record Followed(
            int asset,
            long version,
            long lastSeq,
            BigInteger debits,
            BigInteger credits,
            BigInteger pendingDebits,
            BigInteger pendingCredits,
            BigInteger pending) {
        static Followed start(int asset) {
            BigInteger zero = BigInteger.ZERO;
            return new Followed(asset, 0, 0, zero, zero, zero, zero, zero);
        }

        Followed with(Entry entry, long seq) {
            BigInteger amount = entry.amount();
            return new Followed(
                    asset,
                    version + 1,
                    seq,
                    amount.signum() < 0 ? debits.subtract(amount) : debits,
                    amount.signum() > 0 ? credits.add(amount) : credits,
                    entry.pendingDebits(),
                    entry.pendingCredits(),
                    pending.add(entry.pending()));
        }

        boolean matches(Entry entry) {
            return version == entry.version()
                    && credits.subtract(debits).equals(entry.balance())
                    && pendingCredits.subtract(pendingDebits).equals(pending);
        }

        boolean matches(Row row) {
            return asset == row.asset()
                    && version == row.version()
                    && lastSeq == row.lastSeq()
                    && debits.equals(row.debits())
                    && credits.equals(row.credits())
                    && pendingDebits.equals(row.pendingDebits())
                    && pendingCredits.equals(row.pendingCredits());
        }
    }

    /** What lies in a stretch of blocks. */
    private record Rows(List<Kept> postings, List<Found> lines) {
        static Rows read(ChainStore store, Sealed first, Sealed last) {
            long end = last.firstSeq() + last.transfers();
            return new Rows(
                    store.postings(first.firstSeq(), end, first.height(), last.height()),
                    store.lines(first.firstSeq(), end));
        }

        Optional<byte[]> hashOf(Sealed block) {
            List<Asked> asked = postings.stream()
                    .filter(posting -> posting.block() == block.height())
                    .map(Kept::asked)
                    .toList();
            List<@Nullable Line> of = new ArrayList<>();
            for (Found found : lines) {
                if (found.seq() >= block.firstSeq() && found.seq() < block.firstSeq() + block.transfers()) {
                    of.add(found.line().orElse(null));
                }
            }
            return of.contains(null) || of.size() != block.transfers()
                    ? Optional.empty()
                    : Optional.of(Sealed.hash(
                            block.height(), block.firstSeq(), block.previousHash(), block.postedAt(), asked, of));
        }
    }
}
