package network.fanz.content.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;

/**
 * Who a person in works is (28 CFR 75.2(a)).
 *
 * @param given empty for somebody who has one name alone
 * @param otherNames every other name ever used, the same one once
 */
public record PerformerDetails(String family, String given, List<OtherName> otherNames, LocalDate dateOfBirth) {
    public static final int OTHER_NAMES_MAX = 50;

    private static final int AGE_MAX = 130;

    public PerformerDetails {
        otherNames = otherNames.stream().distinct().toList();
        if (otherNames.size() > OTHER_NAMES_MAX) {
            throw new InvalidField(
                    "otherNames", Sentence.of("A record takes at most {0} other names.", OTHER_NAMES_MAX));
        }
    }

    /** Empty where nothing is typed. */
    public static String given(String field, String typed) {
        return typed.isBlank() ? "" : RecordText.name(field, typed);
    }

    /** @throws InvalidField if nobody alive can have been born on that day */
    void requirePossible(Instant now) {
        LocalDate latest = LocalDate.ofInstant(now, ZoneOffset.ofHours(14));
        if (dateOfBirth.isAfter(latest)) {
            throw new InvalidField("dateOfBirth", "This day has not come yet.");
        }
        if (dateOfBirth.plusYears(AGE_MAX).isBefore(latest)) {
            throw new InvalidField("dateOfBirth", "Nobody alive was born on this day.");
        }
    }

    /** As a person is called in words: the given name first. */
    public String legalName() {
        return given.isEmpty() ? family : given + " " + family;
    }

    /** The other names of one kind. */
    public List<String> otherNames(OtherNameKind kind) {
        return otherNames.stream()
                .filter(other -> other.kind() == kind)
                .map(OtherName::name)
                .toList();
    }

    /** Personal data: never in a log. */
    @Override
    public String toString() {
        return "PerformerDetails";
    }
}
