package network.fanz.web.dash;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.security.monitoring.AlertHistory;
import network.fanz.security.monitoring.AlertProposal;
import network.fanz.security.monitoring.AlertState;
import network.fanz.security.monitoring.ReportedFinding;
import network.fanz.security.monitoring.SecurityAlert;
import network.fanz.security.monitoring.SecurityEvent;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;

/**
 * One alert's page: what is known of it, and a stretch of what stands behind it.
 *
 * @param evidence a stretch of the events behind it, newest first
 * @param reports a stretch of what was reported from outside, newest first
 */
public record AlertView(
        SecurityAlert alert,
        AlertHistory history,
        Page<SecurityEvent> evidence,
        Page<ReportedFinding> reports,
        StaffNames names) {
    public String path() {
        return "/security/alerts/" + alert.id();
    }

    /** Whether the program waits for a person to confirm a block. */
    public boolean proposesBlock() {
        return alert.proposal() == AlertProposal.BLOCK_ADDRESS && alert.state() != AlertState.CLOSED && !isBlocked();
    }

    /** Whether the address was refused, and no person has lifted that. */
    private boolean isBlocked() {
        Instant blocked = history.steps().stream()
                .filter(step -> step.step().startsWith("block_address"))
                .map(AlertHistory.PlaybookStep::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        Instant lifted = history.changes().stream()
                .filter(change -> change.what().equals("BLOCK_LIFTED"))
                .map(AlertHistory.AlertHistoryEntry::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return blocked.isAfter(lifted);
    }

    /** The payment that the newest events behind it are about; null if they are about none. */
    public @Nullable UUID payment() {
        return evidence.items().stream()
                .map(AlertView::payment)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The payment that an event is about, as this program has seen it itself; null if it is about none, or was reported from outside. */
    public static @Nullable UUID payment(SecurityEvent event) {
        Object named = event.reportedBy() == null ? event.metadata().get("payment") : null;
        return named == null ? null : UUID.fromString(named.toString());
    }

    public static boolean mayConfirm(Shell shell) {
        return shell.has(Role.ADMINISTRATOR);
    }

    public @Nullable String moreEvents() {
        return evidence.next() == null ? null : path() + "?events=" + evidence.next();
    }

    public @Nullable String moreReports() {
        return reports.next() == null ? null : path() + "?reports=" + reports.next();
    }
}
