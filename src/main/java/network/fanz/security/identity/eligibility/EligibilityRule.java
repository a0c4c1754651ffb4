package network.fanz.security.identity.eligibility;

import java.time.LocalDate;
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
        LocalDate effectiveFrom) {}
