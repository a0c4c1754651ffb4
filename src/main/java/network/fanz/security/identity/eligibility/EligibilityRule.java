package network.fanz.security.identity.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The policy for one country.
 *
 * @param version the table's version; the newest version in effect decides
 * @param country ISO 3166-1 alpha-2, or {@code *} for all countries without their own row
 * @param ageMin whole years, counted to the birthday in the time zone where it comes last
 * @param source the statute or reason
 * @param reviewedBy the firm or file of the counsel who checked it, never a person's name; null if it is not reviewed
 */
public record EligibilityRule(
        int version,
        String country,
        boolean served,
        int ageMin,
        String source,
        @Nullable String reviewedBy,
        LocalDate effectiveFrom) {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int AGE_MAX = 130;

    /** Whether the text is a country code of ISO 3166-1. */
    public static boolean isCountry(String country) {
        return COUNTRIES.contains(country);
    }

    /** Whether people of that country are served: one that nobody knows is not, whatever the rule for all others says. */
    boolean serves(String ofPerson) {
        return served && isCountry(ofPerson);
    }

    /**
     * Whether somebody has the age. A birthday counts only when it has come everywhere: the far side of the date line is twelve hours
     * behind UTC. Whoever says to be older than anybody has become is not believed.
     */
    boolean isOldEnough(LocalDate born, Instant now) {
        LocalDate latest = LocalDate.ofInstant(now, ZoneOffset.ofHours(-12));
        LocalDate birthday = born.plusYears(ageMin);
        // Born on 29 February: in a common year the birthday is 1 March, the later of the two possible days.
        if (born.getDayOfMonth() != birthday.getDayOfMonth()) {
            birthday = birthday.plusDays(1);
        }
        return !latest.isBefore(birthday) && !isBeforeAnybodyAlive(born, now);
    }

    /** Whether somebody of this birthday would be older than anybody has become. */
    public static boolean isBeforeAnybodyAlive(LocalDate born, Instant now) {
        return born.plusYears(AGE_MAX).isBefore(LocalDate.ofInstant(now, ZoneOffset.ofHours(-12)));
    }
}
