package network.fanz.finance.ledger;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.Money;

/**
 * A line of an account's statement.
 *
 * @param amount change of the posted balance on the account's normal side; zero while pending
 * @param pending change of the pending balance, on the same side
 * @param balance posted balance after this line
 * @param keeper which part of the program has recorded it
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
        String referenceId,
        Keeper keeper) {}
