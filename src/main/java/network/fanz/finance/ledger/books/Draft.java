package network.fanz.finance.ledger.books;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import network.fanz.finance.ledger.Outcome;
import network.fanz.finance.ledger.events.TransactionPosted;

/**
 * All that one batch is about to write, and what it will answer once that is durable.
 *
 * @param postings accepted and rejected ones that are new, in the block's order
 * @param changes the accounts that changed, in the order of their ids
 * @param opened pending postings that now hold
 * @param closed holds that end
 * @param answers one a ticket, in the tickets' order
 */
public record Draft(
        Sealed block,
        List<Asked> postings,
        List<Line> lines,
        List<Change> changes,
        List<Asked> opened,
        List<UUID> closed,
        List<Outcome> answers) {
    /** @param versionBefore what the account's version has to be when this is written */
    public record Change(long versionBefore, Standing after) {}

    public boolean writesNothing() {
        return postings.isEmpty();
    }

    public boolean rejectsAny() {
        return !postings.isEmpty() && !postings.getLast().accepted();
    }

    /** The changed accounts as they stand after the batch. */
    public List<Standing> accounts() {
        return changes.stream().map(Change::after).toList();
    }

    /** One for each accepted posting, in their order. */
    public List<TransactionPosted> events() {
        List<TransactionPosted> events = new ArrayList<>(postings.size());
        for (Asked asked : postings) {
            if (asked.accepted()) {
                events.add(new TransactionPosted(
                        asked.id(),
                        asked.referenceType(),
                        asked.referenceId(),
                        asked.firstSeq(),
                        asked.legs(),
                        block.postedAt()));
            }
        }
        return events;
    }
}
