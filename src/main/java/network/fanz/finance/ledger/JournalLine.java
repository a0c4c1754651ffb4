package network.fanz.finance.ledger;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.Money;

/**
 * A transfer in the journal.
 *
 * @param leg its index in its posting, from 0
 * @param block the height of the block that holds it
 */
public record JournalLine(
        long seq,
        UUID posting,
        int leg,
        PostingKind kind,
        LedgerAccountId debit,
        LedgerAccountId credit,
        Money amount,
        int code,
        Instant postedAt,
        Instant effectiveAt,
        String referenceType,
        String referenceId,
        long block) {}
