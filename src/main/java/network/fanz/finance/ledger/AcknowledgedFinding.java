package network.fanz.finance.ledger;

import java.time.Instant;
import network.fanz.common.AccountId;

/**
 * A finding of the verification whose cause is known.
 *
 * @param finding the sentence, with its evidence: whatever else changes at that place is another finding
 * @param cause what has happened, in the words of whoever found out
 */
public record AcknowledgedFinding(String finding, String cause, AccountId by, Instant at) {}
