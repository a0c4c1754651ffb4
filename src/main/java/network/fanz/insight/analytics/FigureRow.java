package network.fanz.insight.analytics;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * One of the rows behind a figure; the module that owns it knows the rest.
 *
 * @param kind payment, refund, account, creator, alert, work_release or views: what the id stands for
 * @param at when it counted
 * @param amount what it adds to a money figure; null for a count
 * @param count what it says to another figure: views, minutes, or 1 for one that is decided and 0 for one that is not; null where each row
 *     counts for one
 */
public record FigureRow(
        String kind,
        UUID id,
        Instant at,
        @Nullable Money amount,
        @Nullable Long count) {}
