package network.fanz.web.show;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.Language;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;

/**
 * How pages write numbers, times and ids: the same everywhere, in the reader's language. Moments are in the reader's time zone, which is the request's
 * ({@link LocaleContextHolder}); in UTC where the reader wants that, where nothing is known of the reader, and where no reader waits.
 * Each says its zone. Days by which something is counted are UTC's.
 */
public final class Format {
    private static final Map<Language, Patterns> PATTERNS = new EnumMap<>(Map.of(
            Language.ENGLISH, Patterns.of(Language.ENGLISH, "d"), Language.GERMAN, Patterns.of(Language.GERMAN, "d.")));

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu");
    private static final int TAIL = 8;
    private static final String LEFT = "Somebody who has left";

    /** How a language writes times. */
    private record Patterns(
            DateTimeFormatter moment, DateTimeFormatter exact, DateTimeFormatter day, DateTimeFormatter date) {
        static Patterns of(Language language, String day) {
            return new Patterns(
                    DateTimeFormatter.ofPattern(day + " MMM uuuu, HH:mm zzz", language.locale()),
                    DateTimeFormatter.ofPattern(day + " MMM uuuu, HH:mm:ss zzz", language.locale()),
                    DateTimeFormatter.ofPattern(day + " MMMM uuuu", language.locale()),
                    DateTimeFormatter.ofPattern(day + " MMM uuuu", language.locale()));
        }

        static Patterns current() {
            return Objects.requireNonNull(PATTERNS.get(Language.current()));
        }
    }

    private Format() {}

    /** Such as {@code 1,234.50} or {@code −12.50}: grouped, with all the asset's decimals and a true minus sign. */
    public static String amount(Money money) {
        BigDecimal value = new BigDecimal(money.units(), money.asset().scale());
        return Language.number(value, money.asset().scale());
    }

    /** Such as {@code 1,234.50 USD}. */
    public static String money(Money money) {
        return amount(money) + " " + money.asset().code();
    }

    /** A public name, or that its owner has left, where it has been erased. */
    public static String name(String name) {
        return name.isEmpty() ? Language.say(LEFT) : name;
    }

    public static String count(long number) {
        return Language.number(BigDecimal.valueOf(number), 0);
    }

    /** Such as {@code 12.5 %}, from a share such as 0.125. */
    public static String share(BigDecimal share) {
        return Language.number(share.movePointRight(2).setScale(1, java.math.RoundingMode.HALF_EVEN), 1) + " %";
    }

    /** Such as {@code 17 Nov 2025, 10:42 UTC}, or {@code 17 Nov 2025, 11:42 CET} to a reader in Berlin. */
    public static String moment(Instant moment) {
        return unbroken(Patterns.current().moment().format(moment.atZone(zone())));
    }

    /** With seconds. */
    public static String exact(Instant moment) {
        return unbroken(Patterns.current().exact().format(moment.atZone(zone())));
    }

    /** With a true minus sign in a zone such as {@code GMT−03:00}: no line ends after one. */
    private static String unbroken(String moment) {
        return moment.replace("GMT-", "GMT−");
    }

    /** With seconds and in UTC; null where the reader sees UTC in any case. */
    public static @Nullable String besideUtc(Instant moment) {
        return zone().equals(UTC) ? null : Patterns.current().exact().format(moment.atZone(UTC));
    }

    /** The day of a moment at which a UTC day begins, to stand beside moments: {@code 17 Nov 2025}. */
    public static String utcDate(Instant moment) {
        return Patterns.current().date().format(moment.atZone(UTC));
    }

    /** A moment up to which something is counted by UTC days: {@code 17 Nov 2025, 10:42 UTC}. */
    public static String utcMoment(Instant moment) {
        return Patterns.current().moment().format(moment.atZone(UTC));
    }

    /** Such as {@code 17 November 2025}. */
    public static String day(Instant moment) {
        return Patterns.current().day().format(moment.atZone(zone()));
    }

    /** Such as {@code March 2026}. */
    public static String month(YearMonth month) {
        return MONTH.withLocale(Language.current().locale()).format(month);
    }

    public static String day(LocalDate day) {
        return Patterns.current().day().format(day);
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
