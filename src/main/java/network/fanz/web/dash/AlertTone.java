package network.fanz.web.dash;

import network.fanz.security.monitoring.AlertState;
import network.fanz.security.monitoring.Severity;

/** The classes of the style sheet for severities and for alerts' states. The words beside them say the same. */
public final class AlertTone {
    private AlertTone() {}

    /** The class of a severity's chip. */
    public static String of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "bad";
            case HIGH -> "warn";
            case MEDIUM -> "info";
            case LOW, INFO -> "";
        };
    }

    /** The class of a state's chip. */
    public static String of(AlertState state) {
        return switch (state) {
            case NEW -> "warn";
            case ACKNOWLEDGED -> "acc";
            case CONTAINED -> "info";
            case CLOSED -> "ok";
        };
    }

    /** The class of an alert's line in the queue. */
    public static String mark(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "crit";
            case HIGH -> "high";
            case MEDIUM -> "med";
            case LOW, INFO -> "low";
        };
    }
}
