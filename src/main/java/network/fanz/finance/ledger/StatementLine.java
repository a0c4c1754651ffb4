package network.fanz.finance.ledger;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.Money;

/**
 * A line of an account's statement.
 *
 * @param amount by how much it changed what the account holds on the side it grows on; zero while pending
 * @param pending by how much it changed what is pending, on the same side
 * @param balance what the account then held, posted only
 */
public record StatementLine(
        long seq,
        UUID posting,
        PostingKind kind,
        Instant postedAt,
        Instant effectiveAt,
        LedgerAccountId counterparty,
        int code,
        Money amount,
        Money pending,
        Money balance,
        String referenceType,
        String referenceId) {}
