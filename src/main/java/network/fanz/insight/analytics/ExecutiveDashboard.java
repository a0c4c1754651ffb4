package network.fanz.insight.analytics;

import java.util.List;
import network.fanz.common.Period;

/**
 * The executive figures.
 *
 * @param period whole UTC days up to now
 * @param previous as many days before, up to the same time of day
 */
public record ExecutiveDashboard(Period period, Period previous, List<Figure> figures) {}
