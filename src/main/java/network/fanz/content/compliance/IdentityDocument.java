package network.fanz.content.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A document by which a producer has seen who a person is and when they were born.
 *
 * @param country whose government issued it, ISO 3166-1 alpha-2
 * @param issuer the authority, such as a state or a city
 * @param expiresOn the last day on which it is good; null for one that never ends
 * @param recentPicture whether it has a picture by which the person can be recognised today
 * @param examinedOn the day on which the producer held it in hand; when we got it is told by {@link DocumentVersion#receivedAt}
 * @param examinedBy the producer's name; of work of one's own, the creator's
 * @param examinerAddress the producer's place of business
 */
public record IdentityDocument(
        DocumentType type,
        String country,
        String issuer,
        String number,
        @Nullable LocalDate expiresOn,
        boolean recentPicture,
        LocalDate examinedOn,
        String examinedBy,
        String examinerAddress) {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** @throws InvalidField if it is no code of ISO 3166-1 */
    public static String country(String field, String code) {
        if (!COUNTRIES.contains(code)) {
            throw new InvalidField(field, "Choose a country.");
        }
        return code;
    }

    /** @throws InvalidField if it is said to have been examined on a day that has not begun anywhere */
    void requirePossible(Instant now) {
        if (examinedOn.isAfter(LocalDate.ofInstant(now, ZoneOffset.ofHours(14)))) {
            throw new InvalidField("examinedOn", "This day has not come yet.");
        }
    }

    /** What it is called where there are several. */
    public Sentence label() {
        return Sentence.of("{0} ({1})", type.words(), country);
    }

    /** Personal data: never in a log. */
    @Override
    public String toString() {
        return "IdentityDocument";
    }
}
