package network.fanz.content.audience;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A UTC day of a work.
 *
 * @param views null for a day before the work was first viewed
 * @param viewers different ones; null as {@code views} is
 */
public record DayOfViews(
        LocalDate day, @Nullable Long views, @Nullable Long viewers) {}
