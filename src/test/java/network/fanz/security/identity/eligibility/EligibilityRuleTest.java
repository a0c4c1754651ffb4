package network.fanz.security.identity.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is old enough, to the second, and who is served. */
class EligibilityRuleTest {
    @ParameterizedTest(name = "born {0}, {1} at {2}: {3}")
    @CsvSource({
        "2008-03-01, 18, 2026-03-01T11:59:59Z, false",
        "2008-03-01, 18, 2026-03-01T12:00:00Z, true",
        "2008-02-29, 18, 2026-03-01T11:59:59Z, false",
        "2008-02-29, 18, 2026-03-01T12:00:00Z, true",
        "2008-02-29, 20, 2028-02-29T12:00:00Z, true",
        "2008-02-28, 18, 2026-02-28T12:00:00Z, true",
        "2008-03-01, 21, 2029-03-01T11:59:59Z, false",
        "2008-03-01, 21, 2029-03-01T12:00:00Z, true",
        "1896-03-01, 18, 2026-03-01T12:00:00Z, true",
        "1896-03-01, 18, 2026-03-02T12:00:00Z, false"
    })
    void aBirthdayCountsWhenItHasComeEverywhereAndNobodyIsOlderThan130(
            LocalDate born, int ageMin, Instant now, boolean oldEnough) {
        assertThat(rule(true, ageMin).isOldEnough(born, now)).isEqualTo(oldEnough);
    }

    @ParameterizedTest
    @CsvSource({"true, DE, true", "false, DE, false", "true, XX, false", "true, de, false", "true, *, false"})
    void servesOnlyPeopleOfACountryThatThereIs(boolean served, String country, boolean serves) {
        assertThat(rule(served, 18).serves(country)).isEqualTo(serves);
    }

    private static EligibilityRule rule(boolean served, int ageMin) {
        return new EligibilityRule(1, "*", served, ageMin, "a statute", null, LocalDate.EPOCH);
    }
}
