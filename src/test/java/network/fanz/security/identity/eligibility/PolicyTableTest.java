package network.fanz.security.identity.eligibility;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import network.fanz.common.InvalidField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator may write, and what lies just beyond it. */
class PolicyTableTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @ParameterizedTest
    @CsvSource({"*, 18", "*, 99"})
    void takesARuleForAllCountries(String country, int age) {
        assertThatCode(() -> OperatorTables.checkRules(List.of(rule(country, age, "a statute", "Firm & Co./7", DAY))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "XX, 18, a statute, , 2026-01-01, rules.country",
        "de, 18, a statute, , 2026-01-01, rules.country",
        "DE, 17, a statute, , 2026-01-01, rules.ageMin",
        "DE, 100, a statute, , 2026-01-01, rules.ageMin",
        "DE, 18, '', , 2026-01-01, rules.source",
        "DE, 18, a statute, Jürgen, 2026-01-01, rules.reviewedBy",
        "DE, 18, a statute, '', 2026-01-01, rules.reviewedBy",
        "DE, 18, a statute, , 1899-12-31, effectiveFrom",
        "DE, 18, a statute, , 2201-01-01, effectiveFrom"
    })
    void refusesAVersionForOneRuleAndNamesTheField(
            String country, int age, String source, String reviewedBy, LocalDate from, String field) {
        refuses(field, rule(country, age, source, reviewedBy, from), all());
    }

    @Test
    void takesTextsUpToTheirLengthAndOnOneLine() {
        OperatorTables.checkRules(List.of(rule("*", 18, "x".repeat(200), "y".repeat(80), LocalDate.of(1900, 1, 1))));
        OperatorTables.checkRules(List.of(rule("*", 18, "x", "y", LocalDate.of(2200, 12, 31))));
        refuses("rules.source", rule("*", 18, "x".repeat(201), null, DAY));
        refuses("rules.source", rule("*", 18, "two\nlines", null, DAY));
        refuses("rules.reviewedBy", rule("*", 18, "x", "y".repeat(81), DAY));
    }

    @Test
    void aVersionHasEachCountryOnceAndAllTheOthers() {
        refuses("rules.country", rule("DE", 18, "a statute", null, DAY), rule("DE", 21, "another", null, DAY), all());
        refuses("rules.country", all(), all());
        refuses("rules", rule("DE", 18, "a statute", null, DAY));
        assertThatThrownBy(() -> OperatorTables.checkRules(List.of())).isInstanceOf(InvalidField.class);
    }

    @Test
    void aVersionMayHaveEveryCountryThatThereIs() {
        List<EligibilityRule> rules = new ArrayList<>(Stream.of(Locale.getISOCountries())
                .map(country -> rule(country, 18, "a statute", null, DAY))
                .toList());
        rules.add(all());
        assertThatCode(() -> OperatorTables.checkRules(rules)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ÖFAC", "a,b", "two\nlines"})
    void aListsSourceIsAPlainWord(String source) {
        assertThatThrownBy(() -> OperatorTables.checkList(source, DAY)).isInstanceOf(InvalidField.class);
    }

    @Test
    void aListsSourceHasEightyLettersAtMostAndItsDayAYearThatThereIs() {
        OperatorTables.checkList("OFAC sdn_2026-1.".repeat(5), DAY);
        assertThatThrownBy(() -> OperatorTables.checkList("x".repeat(81), DAY)).isInstanceOf(InvalidField.class);
        IntStream.of(1899, 2201)
                .forEach(year -> assertThatThrownBy(() -> OperatorTables.checkList("OFAC", DAY.withYear(year)))
                        .isInstanceOf(InvalidField.class)
                        .hasFieldOrPropertyWithValue("field", "publishedOn"));
    }

    private static void refuses(String field, EligibilityRule... rules) {
        assertThatThrownBy(() -> OperatorTables.checkRules(List.of(rules)))
                .isInstanceOf(InvalidField.class)
                .hasFieldOrPropertyWithValue("field", field);
    }

    private static EligibilityRule all() {
        return rule("*", 18, "a statute", null, DAY);
    }

    private static EligibilityRule rule(String country, int age, String source, String reviewedBy, LocalDate from) {
        return new EligibilityRule(0, country, true, age, source, reviewedBy, from);
    }
}
