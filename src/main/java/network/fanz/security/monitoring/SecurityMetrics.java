package network.fanz.security.monitoring;

import java.util.Map;
import network.fanz.common.Period;
import org.jspecify.annotations.Nullable;

/**
 * Security in figures. Events are counted by the time at which they happened, alerts by the time at which they were raised, both
 * within [from, to). Every word of a closed list has its count, also 0. Times are means in whole milliseconds, rounded down, and null
 * where there is nothing to take a mean of.
 *
 * @param events how many
 * @param alerts how many were raised
 * @param openAlerts alerts that are not closed now, whenever they were raised
 * @param openCritical those of them that are critical
 * @param escalated alerts of the period that were escalated
 * @param meanTimeToDetectMillis from the event that tipped an alert to the alert
 * @param meanTimeToAcknowledgeMillis from the alert to the one who took it up
 * @param meanTimeToContainMillis from the alert to its containment: the mean time to respond
 * @param closedTrue alerts of the period that were closed as a real threat
 * @param closedFalse alerts of the period that were closed as nothing
 * @param falsePositivePerMille closed as nothing among all closed, in thousandths, rounded down; null if none is closed
 */
public record SecurityMetrics(
        Period period,
        long events,
        Map<Severity, Long> eventsBySeverity,
        Map<SecurityEventCategory, Long> eventsByCategory,
        Map<SecurityEventSource, Long> eventsBySource,
        long alerts,
        Map<Severity, Long> alertsBySeverity,
        long openAlerts,
        long openCritical,
        long escalated,
        @Nullable Long meanTimeToDetectMillis,
        @Nullable Long meanTimeToAcknowledgeMillis,
        @Nullable Long meanTimeToContainMillis,
        long closedTrue,
        long closedFalse,
        @Nullable Long falsePositivePerMille) {}
