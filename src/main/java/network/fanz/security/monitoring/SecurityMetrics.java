package network.fanz.security.monitoring;

import java.util.Map;
import network.fanz.common.Period;
import org.jspecify.annotations.Nullable;

/**
 * Security metrics. An event counts at the time when it happened, an alert at the time when it was raised, both within [from, to). Every
 * word of a closed list has a count, also 0. Times are means in whole milliseconds, rounded down; null if there is no alert to average
 * over.
 *
 * @param events how many events
 * @param alerts how many alerts were raised
 * @param openAlerts alerts that are not closed now, whenever they were raised
 * @param openCritical those open alerts that are critical
 * @param escalated alerts of the period that were escalated
 * @param meanTimeToDetectMillis from the event that raised an alert to the alert
 * @param meanTimeToAcknowledgeMillis from the alert to its acknowledgement
 * @param meanTimeToContainMillis from the alert to its containment: the mean time to respond
 * @param closedTrue alerts of the period that were closed as a real threat
 * @param closedFalse alerts of the period that were closed as a false alarm
 * @param falsePositivePerMille false alarms among all closed alerts, in thousandths, rounded down; null if none is closed
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
