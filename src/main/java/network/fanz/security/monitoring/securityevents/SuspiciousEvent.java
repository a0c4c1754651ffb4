package network.fanz.security.monitoring.securityevents;

import java.util.UUID;
import network.fanz.security.monitoring.Severity;

/** What a rule needs to know of an event that it counts. */
public record SuspiciousEvent(UUID id, Severity severity) {}
