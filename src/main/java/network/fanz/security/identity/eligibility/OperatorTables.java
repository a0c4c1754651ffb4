package network.fanz.security.identity.eligibility;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import network.fanz.common.InvalidField;

/** What an operator may write into the policy table and as the head of a sanctions list. */
final class OperatorTables {
    private static final int AGE_MIN = 18;
    private static final int AGE_MAX = 99;
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2200;
    private static final Pattern LIST_SOURCE = Pattern.compile("[A-Za-z0-9 ._-]{1,80}");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    /** The reviewer is stored in a table that is not sealed, so it names a firm or a file, and no person. */
    private static final Pattern REVIEWER = Pattern.compile("[A-Za-z0-9 ._/&-]{1,80}");

    private OperatorTables() {}

    /**
     * A version is bounded by the countries that there are, for each stands in it once.
     *
     * @throws InvalidField if the rules cannot be a version of the policy table
     */
    static void checkRules(List<EligibilityRule> rules) {
        Set<String> countries = new HashSet<>();
        for (EligibilityRule rule : rules) {
            if (!rule.country().equals("*") && !EligibilityRule.isCountry(rule.country())) {
                throw new InvalidField("rules.country", "A country is two capital letters, or * for all others.");
            }
            if (!countries.add(rule.country())) {
                throw new InvalidField("rules.country", "A country stands in a version once.");
            }
            checkRule(rule);
        }
        if (!countries.contains("*")) {
            throw new InvalidField("rules", "A version has a row for the country *, which stands for all others.");
        }
    }

    private static void checkRule(EligibilityRule rule) {
        checkDay("effectiveFrom", rule.effectiveFrom());
        if (!TEXT.matcher(rule.source()).matches()) {
            throw new InvalidField("rules.source", "A source has 1 to 200 characters and no line breaks.");
        }
        if (rule.reviewedBy() != null && !REVIEWER.matcher(rule.reviewedBy()).matches()) {
            throw new InvalidField("rules.reviewedBy", "Name a firm or a file by 1 to 80 letters, digits and dashes.");
        }
        if (rule.ageMin() < AGE_MIN || rule.ageMin() > AGE_MAX) {
            throw new InvalidField("rules.ageMin", "An age lies between 18 and 99.");
        }
    }

    /** @throws InvalidField if a list cannot have this source or day */
    static void checkList(String source, LocalDate publishedOn) {
        if (!LIST_SOURCE.matcher(source).matches()) {
            throw new InvalidField("source", "A source has 1 to 80 letters, digits, spaces, dots, dashes.");
        }
        checkDay("publishedOn", publishedOn);
    }

    private static void checkDay(String field, LocalDate day) {
        if (day.getYear() < YEAR_MIN || day.getYear() > YEAR_MAX) {
            throw new InvalidField(field, "A day lies between the years 1900 and 2200.");
        }
    }
}
