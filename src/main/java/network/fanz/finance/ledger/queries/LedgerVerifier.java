package network.fanz.finance.ledger.queries;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import network.fanz.common.Sha256;
import network.fanz.finance.ledger.AcknowledgedFinding;
import network.fanz.finance.ledger.LedgerVerification;
import network.fanz.finance.ledger.queries.LedgerChainStore.LedgerAccountRow;
import network.fanz.finance.ledger.queries.LedgerChainStore.PostingInBlock;
import network.fanz.finance.ledger.queries.LedgerChainStore.TransferRow;
import network.fanz.finance.ledger.rules.Entry;
import network.fanz.finance.ledger.rules.Head;
import network.fanz.finance.ledger.rules.PostingRow;
import network.fanz.finance.ledger.rules.SealedBlock;
import network.fanz.finance.ledger.rules.Transfer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole ledger from the first block on, hashes it again, and replays every account entry by entry up to its row. It runs in one
 * snapshot, so that postings written meanwhile do not disturb it.
 */
public final class LedgerVerifier {
    private static final int BLOCKS_AT_ONCE = 20;
    private static final int FINDINGS_MAX = 100;

    private final LedgerChainStore store;
    private final Map<String, AcknowledgedFinding> known;
    private final List<String> findings = new ArrayList<>();
    private final List<AcknowledgedFinding> acknowledged = new ArrayList<>();
    private final Map<Long, RecomputedAccount> accounts = new HashMap<>();
    private Head head = Head.NONE;
    private long postings;
    private long transfers;

    /** @param known findings whose cause is known, by their sentences */
    LedgerVerifier(LedgerChainStore store, Map<String, AcknowledgedFinding> known) {
        this.store = store;
        this.known = known;
    }

    LedgerVerification verify() {
        store.liftTransactionTimeout();
        for (List<SealedBlock> blocks = store.blocksAfter(0, BLOCKS_AT_ONCE);
                !blocks.isEmpty();
                blocks = store.blocksAfter(head.height(), BLOCKS_AT_ONCE)) {
            verifyBlocks(blocks);
        }
        expectNone(store.countPostings() - postings, "postings outside of every block");
        expectNone(store.countTransfers() - transfers, "transfers outside of every block");
        expectNone(store.countEntries() - 2 * transfers, "entries without a transfer, or transfers without entries");
        expectNone(store.countMismatchedHolds(), "holds that are not the pending postings");
        expectNone(store.countBrokenDigests(), "accounts or assets that are not what they were opened as");
        store.accounts(this::compareAccount);
        expectNone(accounts.size(), "accounts with entries that do not exist");
        return new LedgerVerification(head.height(), transfers, findings, acknowledged);
    }

    /** Whether the hash of the block's rows, computed again, equals the stored hash. */
    static boolean matches(LedgerChainStore store, SealedBlock block) {
        BlockRows rows = BlockRows.read(store, block, block);
        return rows.hashOf(block).map(hash -> Arrays.equals(hash, block.hash())).orElse(false);
    }

    private void verifyBlocks(List<SealedBlock> blocks) {
        BlockRows rows = BlockRows.read(store, blocks.getFirst(), blocks.getLast());
        for (SealedBlock block : blocks) {
            checkLink(block);
            Optional<byte[]> hash = rows.hashOf(block);
            expect(
                    hash.isPresent() && Arrays.equals(hash.get(), block.hash()),
                    () -> "Block " + block.height() + " is not what was written: "
                            + hash.map(found -> "its rows hash to " + hex(found))
                                    .orElse("it lacks rows") + ".");
            head = block.head();
        }
        rows.transfers.forEach(this::replay);
        postings += rows.postings.size();
        transfers += rows.transfers.size();
    }

    private void checkLink(SealedBlock block) {
        expect(block.height() == head.height() + 1, () -> "Block " + (head.height() + 1) + " is missing.");
        expect(
                Arrays.equals(block.previousHash(), head.hash()),
                () -> "Block " + block.height() + " does not follow the one before, but " + hex(block.previousHash())
                        + ".");
        expect(block.firstSeq() == head.nextSeq(), () -> "Block " + block.height() + " leaves a gap in the sequence.");
        expect(!block.postedAt().isBefore(head.postedAt()), () -> "Block " + block.height() + " goes back in time.");
    }

    private void replay(TransferRow row) {
        Entry debit = row.debit();
        Entry credit = row.credit();
        if (debit == null || credit == null) {
            expect(false, () -> "Transfer " + row.seq() + " lacks an entry: " + evidence(row) + ".");
            return;
        }
        expect(
                debit.amount().add(credit.amount()).signum() == 0
                        && debit.pending().add(credit.pending()).signum() == 0,
                () -> "Transfer " + row.seq() + " does not sum to zero: " + evidence(row) + ".");
        replay(row, debit);
        replay(row, credit);
    }

    private void replay(TransferRow row, Entry entry) {
        RecomputedAccount before = accounts.get(entry.account());
        RecomputedAccount after =
                (before == null ? RecomputedAccount.empty(row.leg().assetId()) : before).with(entry, row.seq());
        expect(
                after.matches(entry) && after.asset == row.leg().assetId(),
                () -> "Account " + entry.account() + " breaks at transfer " + row.seq() + ": " + evidence(entry) + ".");
        accounts.put(entry.account(), after);
    }

    private void compareAccount(LedgerAccountRow row) {
        RecomputedAccount recomputed = accounts.remove(row.id());
        RecomputedAccount expected = recomputed == null ? RecomputedAccount.empty(row.asset()) : recomputed;
        expect(
                expected.matches(row),
                () -> "Account " + row.id() + " is not what its entries say: " + evidence(row) + ".");
    }

    private void expectNone(long count, String what) {
        if (count != 0) {
            add("There are " + what + ": " + count + ".");
        }
    }

    private void expect(boolean holds, Supplier<String> finding) {
        if (!holds) {
            add(finding.get());
        }
    }

    /** A finding whose cause is known takes no other's place. */
    private void add(String finding) {
        AcknowledgedFinding acknowledgedBefore = known.get(finding);
        if (acknowledgedBefore != null) {
            acknowledged.add(acknowledgedBefore);
        } else if (findings.size() < FINDINGS_MAX) {
            findings.add(finding);
        }
    }

    /** A digest of what was found: if it changes again, that is another finding. */
    private static String evidence(Object row) {
        return hex(Sha256.of(row.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** An account as computed from its entries. */
    private record RecomputedAccount(
            int asset,
            long version,
            long lastSeq,
            BigInteger debits,
            BigInteger credits,
            BigInteger pendingDebits,
            BigInteger pendingCredits,
            BigInteger pending) {
        static RecomputedAccount empty(int asset) {
            BigInteger zero = BigInteger.ZERO;
            return new RecomputedAccount(asset, 0, 0, zero, zero, zero, zero, zero);
        }

        RecomputedAccount with(Entry entry, long seq) {
            BigInteger amount = entry.amount();
            return new RecomputedAccount(
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

        boolean matches(LedgerAccountRow row) {
            return asset == row.asset()
                    && version == row.version()
                    && lastSeq == row.lastSeq()
                    && debits.equals(row.debits())
                    && credits.equals(row.credits())
                    && pendingDebits.equals(row.pendingDebits())
                    && pendingCredits.equals(row.pendingCredits());
        }
    }

    /** The rows of a range of blocks. */
    private record BlockRows(List<PostingInBlock> postings, List<TransferRow> transfers) {
        static BlockRows read(LedgerChainStore store, SealedBlock first, SealedBlock last) {
            long end = last.firstSeq() + last.transfers();
            return new BlockRows(
                    store.postings(first.firstSeq(), end, first.height(), last.height()),
                    store.transfers(first.firstSeq(), end));
        }

        Optional<byte[]> hashOf(SealedBlock block) {
            List<PostingRow> blockPostings = postings.stream()
                    .filter(posting -> posting.block() == block.height())
                    .map(PostingInBlock::posting)
                    .toList();
            List<@Nullable Transfer> blockTransfers = new ArrayList<>();
            for (TransferRow row : transfers) {
                if (row.seq() >= block.firstSeq() && row.seq() < block.firstSeq() + block.transfers()) {
                    blockTransfers.add(row.transfer().orElse(null));
                }
            }
            return blockTransfers.contains(null) || blockTransfers.size() != block.transfers()
                    ? Optional.empty()
                    : Optional.of(SealedBlock.hash(
                            block.height(),
                            block.firstSeq(),
                            block.previousHash(),
                            block.postedAt(),
                            blockPostings,
                            blockTransfers));
        }
    }
}
