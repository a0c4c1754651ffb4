package network.fanz.finance.ledger;

import java.util.List;
import java.util.UUID;

/**
 * All that one batch is about to write, and what it will answer once that is durable.
 *
 * @param postings accepted and rejected ones that are new, in the block's order
 * @param accounts those that changed, as they stand after the batch
 * @param opened pending postings that now hold
 * @param closed holds that end
 * @param answers one a ticket, in the tickets' order
 */
record Draft(
        Sealed block,
        List<Asked> postings,
        List<Line> lines,
        List<Standing> accounts,
        List<Asked> opened,
        List<UUID> closed,
        List<Outcome> answers) {
    boolean writesNothing() {
        return postings.isEmpty();
    }
}
