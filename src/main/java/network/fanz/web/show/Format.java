package network.fanz.web.show;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import network.fanz.common.Money;

/** How pages write numbers, times and ids: the same everywhere, in UTC. */
public final class Format {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int TAIL = 8;
    private static final String LEFT = "Somebody who has left";

    private Format() {}

    /** Such as {@code 1,234.50} or {@code −12.50}: grouped, with all the asset's decimals and a true minus sign. */
    public static String amount(Money money) {
        BigDecimal value = new BigDecimal(money.units(), money.asset().scale());
        return number(value, money.asset().scale());
    }

    /** Such as {@code 1,234.50 USD}. */
    public static String money(Money money) {
        return amount(money) + " " + money.asset().code();
    }

    /** A public name, or that its owner has left, where it has been erased. */
    public static String name(String name) {
        return name.isEmpty() ? LEFT : name;
    }

    public static String count(long number) {
        return number(BigDecimal.valueOf(number), 0);
    }

    /** Such as {@code 12.5 %}, from a share such as 0.125. */
    public static String share(BigDecimal share) {
        return number(share.movePointRight(2).setScale(1, java.math.RoundingMode.HALF_EVEN), 1) + " %";
    }

    private static String number(BigDecimal value, int decimals) {
        return String.format(Locale.ENGLISH, "%,." + decimals + "f", value).replace('-', '−');
    }

    /** Such as {@code 17 Nov 2025, 10:42 UTC}. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** With seconds. */
    public static String exact(Instant moment) {
        return EXACT.format(moment);
    }

    /** The day of a moment, to stand beside moments: {@code 17 Nov 2025}. */
    public static String date(Instant moment) {
        return DATE.format(moment);
    }

    /** Such as {@code 17 November 2025}. */
    public static String day(Instant moment) {
        return DAY.format(moment);
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** For the attribute {@code datetime} of {@code <time>}. */
    public static String machine(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** How long to wait, in words and never too short, such as {@code 2 hours}. */
    public static String waiting(long seconds) {
        if (seconds < 120) {
            return number(seconds, "second");
        }
        if (seconds < Duration.ofHours(2).toSeconds()) {
            return number(Math.ceilDiv(seconds, 60), "minute");
        }
        return number(Math.ceilDiv(seconds, 3600), "hour");
    }

    private static String number(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    /** Such as {@code 3 min} or {@code 2 days}: the largest unit that fits, rounded down. */
    public static String length(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + (duration.toDays() == 1 ? " day" : " days");
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h";
        }
        return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }

    /** The end of an id, where ids made in the same second differ: {@code …3f9a21c7}. */
    public static String id(UUID id) {
        return tail(id.toString());
    }

    /** The end of a hash: enough to see whether two are the same. */
    public static String hash(String hash) {
        return tail(hash);
    }

    private static String tail(String text) {
        return "…" + text.substring(Math.max(0, text.length() - TAIL));
    }
}
