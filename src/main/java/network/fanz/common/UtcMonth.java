package network.fanz.common;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** A calendar month in UTC. */
public record UtcMonth(YearMonth month) {
    /**
     * @param text such as {@code 2026-03}
     * @param field the input's field that is to blame
     * @throws InvalidField if it is no such month
     */
    public static UtcMonth of(String field, String text) {
        if (!text.matches("[0-9]{4}-(0[1-9]|1[0-2])")) {
            throw new InvalidField(field, "Write a month, such as 2026-03.");
        }
        UtcMonth read = new UtcMonth(YearMonth.parse(text));
        TimestampRange.check(field, start(read.month));
        TimestampRange.check(field, start(read.month.plusMonths(1)));
        return read;
    }

    /** The month in which a moment lies. */
    public static UtcMonth at(Instant moment) {
        return new UtcMonth(YearMonth.from(moment.atOffset(ZoneOffset.UTC)));
    }

    public Period period() {
        return new Period(start(month), start(month.plusMonths(1)));
    }

    public UtcMonth plus(int months) {
        return new UtcMonth(month.plusMonths(months));
    }

    /** Such as {@code 2026-03}. */
    @Override
    public String toString() {
        return month.toString();
    }

    private static Instant start(YearMonth month) {
        LocalDate first = month.atDay(1);
        return first.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
