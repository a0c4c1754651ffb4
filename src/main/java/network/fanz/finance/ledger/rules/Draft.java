package network.fanz.finance.ledger.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.ledger.events.TransactionPosted;

/**
 * All that one batch is about to write, and its outcomes once that is durable.
 *
 * @param postings the new postings, accepted and rejected, in the block's order
 * @param changes the accounts that changed, in the order of their ids
 * @param openedHolds pending postings that now hold
 * @param closedHolds holds that end
 * @param outcomes one for each ticket, in the tickets' order
 */
public record Draft(
        SealedBlock block,
        List<PostingRow> postings,
        List<Transfer> transfers,
        List<BalanceChange> changes,
        List<PostingRow> openedHolds,
        List<UUID> closedHolds,
        List<PostingOutcome> outcomes) {
    /** @param versionBefore the version that the account must still have when the change is written */
    public record BalanceChange(long versionBefore, AccountBalance after) {}

    public boolean writesNothing() {
        return postings.isEmpty();
    }

    public boolean rejectsAny() {
        return !postings.isEmpty() && !postings.getLast().accepted();
    }

    /** The balances of the changed accounts after the batch. */
    public List<AccountBalance> changedBalances() {
        return changes.stream().map(BalanceChange::after).toList();
    }

    /** One event for each accepted posting, in the same order. */
    public List<TransactionPosted> events() {
        List<TransactionPosted> events = new ArrayList<>(postings.size());
        for (PostingRow posting : postings) {
            if (posting.accepted()) {
                events.add(new TransactionPosted(
                        posting.id(),
                        posting.referenceType(),
                        posting.referenceId(),
                        posting.firstSeq(),
                        posting.legs(),
                        block.postedAt(),
                        posting.keeper().name().toLowerCase(Locale.ROOT)));
            }
        }
        return events;
    }
}
