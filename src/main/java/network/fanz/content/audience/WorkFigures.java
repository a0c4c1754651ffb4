package network.fanz.content.audience;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a work was viewed in a period. What was not counted is null, and never zero.
 *
 * @param from first UTC day
 * @param to last UTC day, today
 * @param since the day of its first view of all; null if it had none
 * @param views of the period; null if it had none at all by its end
 * @param viewers different ones of the period; null too where single views of it are not kept any more, or are too many to be told apart
 * @param sharePercent how much of its film was sent to whoever viewed it, on average, in percent; null for pictures, and without a view
 * @param days one for each day of the period, oldest first
 */
public record WorkFigures(
        UUID work,
        LocalDate from,
        LocalDate to,
        @Nullable LocalDate since,
        @Nullable Long views,
        @Nullable Long viewers,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal sharePercent,

        List<DayOfViews> days) {
    public WorkFigures {
        days = List.copyOf(days);
    }
}
