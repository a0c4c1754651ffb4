package network.fanz.finance.ledger.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.ledger.events.TransactionPosted;

/**
 * All that one batch is about to write, and what it will answer once that is durable.
 *
 * @param postings accepted and rejected ones that are new, in the block's order
 * @param changes the accounts that changed, in the order of their ids
 * @param openedHolds pending postings that now hold
 * @param closedHolds holds that end
 * @param outcomes one a ticket, in the tickets' order
 */
public record Draft(
        SealedBlock block,
        List<PostingRow> postings,
        List<Transfer> transfers,
        List<BalanceChange> changes,
        List<PostingRow> openedHolds,
        List<UUID> closedHolds,
        List<PostingOutcome> outcomes) {
    /** @param versionBefore what the account's version has to be when this is written */
    public record BalanceChange(long versionBefore, AccountBalance after) {}

    public boolean writesNothing() {
        return postings.isEmpty();
    }

    public boolean rejectsAny() {
        return !postings.isEmpty() && !postings.getLast().accepted();
    }

    /** The changed accounts as they stand after the batch. */
    public List<AccountBalance> changedBalances() {
        return changes.stream().map(BalanceChange::after).toList();
    }

    /** One for each accepted posting, in their order. */
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
                        block.postedAt()));
            }
        }
        return events;
    }
}
