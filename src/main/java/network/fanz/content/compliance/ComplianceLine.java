package network.fanz.content.compliance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an obligation stands, counted from rows at that moment. No score is made of it.
 *
 * @param evidence how many rows say that it is met
 * @param gaps how many say that it is not
 * @param due when the next gap comes if nobody does anything, or has come; null if no row tells
 */
public record ComplianceLine(
        ComplianceObligation obligation,
        long evidence,
        long gaps,
        @Nullable Instant due) {}
