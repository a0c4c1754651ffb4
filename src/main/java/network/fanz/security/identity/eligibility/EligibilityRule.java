package network.fanz.security.identity.eligibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one country.
 *
 * @param version the table's version; the newest that is in effect decides
 * @param country ISO 3166-1 alpha-2, or {@code *} for all countries without a row of their own
 * @param ageMin whole years, counted to the birthday in the time zone where it comes last
 * @param source the statute or reason
 * @param reviewedBy the firm or file of the counsel who checked it, never a person's name; null means that nobody has
 */
public record EligibilityRule(
        int version,
        String country,
        boolean served,
        int ageMin,
        String source,
        @Nullable String reviewedBy,
        LocalDate effectiveFrom) {}
