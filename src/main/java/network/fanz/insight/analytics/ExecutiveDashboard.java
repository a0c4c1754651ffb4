package network.fanz.insight.analytics;

import java.util.List;
import network.fanz.common.Period;

/**
 * The executive figures.
 *
 * @param period whole UTC days up to now
 * @param previous as many days before, up to the same time of day
 * @param aiAccuracy how often software is right about works: nobody has measured it
 */
public record ExecutiveDashboard(Period period, Period previous, List<Figure> figures, String aiAccuracy) {
    static final String NOT_MEASURED = "not measured";
}
