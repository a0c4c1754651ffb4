package network.fanz.security.monitoring.securityevents;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.security.monitoring.Severity;
import org.jspecify.annotations.Nullable;

/** What a rule needs to know of an event that it counts. */
public record SuspiciousEvent(
        UUID id, Severity severity, @Nullable AccountId account) {
    public static Severity worst(Severity least, List<SuspiciousEvent> evidence) {
        return evidence.stream().map(SuspiciousEvent::severity).reduce(least, Severity::worse);
    }

    public static List<UUID> ids(List<SuspiciousEvent> evidence) {
        return evidence.stream().map(SuspiciousEvent::id).toList();
    }

    /** The account that all of these are about; null if they are about several, or about none. */
    public static @Nullable AccountId onlyAccount(List<SuspiciousEvent> evidence) {
        AccountId first = evidence.getFirst().account();
        return evidence.stream().allMatch(event -> Objects.equals(first, event.account())) ? first : null;
    }
}
