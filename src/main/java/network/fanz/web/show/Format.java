package network.fanz.web.show;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;

/**
 * How pages write numbers, times and ids: the same everywhere. Moments are in the reader's time zone, which is the request's
 * ({@link LocaleContextHolder}); in UTC where the reader wants that, where nothing is known of the reader, and where no reader waits.
 * Each says its zone. Days by which something is counted are UTC's.
 */
public final class Format {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm zzz", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss zzz", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final ZoneId UTC = ZoneId.of("UTC");
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

    /** Such as {@code 17 Nov 2025, 10:42 UTC}, or {@code 17 Nov 2025, 11:42 CET} to a reader in Berlin. */
    public static String moment(Instant moment) {
        return unbroken(MOMENT.format(moment.atZone(zone())));
    }

    /** With seconds. */
    public static String exact(Instant moment) {
        return unbroken(EXACT.format(moment.atZone(zone())));
    }

    /** With a true minus sign in a zone such as {@code GMT−03:00}: no line ends after one. */
    private static String unbroken(String moment) {
        return moment.replace("GMT-", "GMT−");
    }

    /** With seconds and in UTC; null where the reader sees UTC in any case. */
    public static @Nullable String besideUtc(Instant moment) {
        return zone().equals(UTC) ? null : EXACT.format(moment.atZone(UTC));
    }

    /** The day of a moment at which a UTC day begins, to stand beside moments: {@code 17 Nov 2025}. */
    public static String utcDate(Instant moment) {
        return DATE.format(moment.atZone(UTC));
    }

    /** A moment up to which something is counted by UTC days: {@code 17 Nov 2025, 10:42 UTC}. */
    public static String utcMoment(Instant moment) {
        return MOMENT.format(moment.atZone(UTC));
    }

    /** Such as {@code 17 November 2025}. */
    public static String day(Instant moment) {
        return DAY.format(moment.atZone(zone()));
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static ZoneId zone() {
        return LocaleContextHolder.getLocaleContext() instanceof TimeZoneAwareLocaleContext reader
                        && reader.getTimeZone() != null
                ? reader.getTimeZone().toZoneId()
                : UTC;
    }

    /** For the attribute {@code datetime} of {@code <time>}. */
    public static String machine(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
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
