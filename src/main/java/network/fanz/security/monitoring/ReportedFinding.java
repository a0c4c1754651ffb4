package network.fanz.security.monitoring;

import java.time.Instant;
import network.fanz.common.AccountId;

/**
 * A report from outside as it came, also where it was counted as more of the same.
 *
 * @param seq its number in the list, rising
 */
public record ReportedFinding(
        long seq, Instant at, AccountId by, Severity severity, String title, String description) {}
