package network.fanz.content.compliance.age;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.fanz.content.compliance.AgeMethod;
import network.fanz.content.compliance.AgeRule;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * What places ask, by a table with a line for each rule and the day from which it holds. Where nobody knows the place, or the table has no
 * line for it, all that any place asks is asked.
 */
public final class AgePlaces {
    private static final String FILE = "compliance/age-places.csv";
    private static final int FIELDS = 5;

    private final List<AgeRule> rules;

    private AgePlaces(List<AgeRule> rules) {
        this.rules = rules;
    }

    public static AgePlaces read() {
        try {
            return of(new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static AgePlaces of(String table) {
        return new AgePlaces(table.lines().skip(1).map(AgePlaces::rule).toList());
    }

    /** @param country null if nobody knows */
    AgeRule of(@Nullable String country, LocalDate today) {
        return inForce(today).stream()
                .filter(rule -> rule.country() != null && rule.country().equals(country))
                .findFirst()
                .orElseGet(() -> strictest(today));
    }

    /** How many places have a line that holds. */
    public int inForceOn(LocalDate today) {
        return inForce(today).size();
    }

    /** When the next line begins to hold; empty if none is to come. */
    public Optional<LocalDate> nextAfter(LocalDate today) {
        return rules.stream()
                .map(AgeRule::from)
                .filter(from -> from.isAfter(today))
                .min(Comparator.naturalOrder());
    }

    /** Only methods that every place takes, for the shortest time that any takes them. */
    private AgeRule strictest(LocalDate today) {
        List<AgeRule> all = inForce(today);
        Set<AgeMethod> methods = EnumSet.of(AgeMethod.DOCUMENT_AND_FACE);
        all.forEach(rule -> methods.retainAll(rule.methods()));
        Duration shortest = all.stream()
                .map(AgeRule::goodFor)
                .min(Comparator.naturalOrder())
                .orElse(Duration.ofHours(1));
        LocalDate latest =
                all.stream().map(AgeRule::from).max(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
        return new AgeRule(null, methods, shortest, latest, "the strictest of all places in the table");
    }

    /** The latest line of each place that has begun. */
    private List<AgeRule> inForce(LocalDate today) {
        return rules.stream()
                .filter(rule -> !rule.from().isAfter(today))
                .collect(Collectors.toMap(
                        AgeRule::country,
                        rule -> rule,
                        (one, other) -> one.from().isAfter(other.from()) ? one : other))
                .values()
                .stream()
                .toList();
    }

    private static AgeRule rule(String line) {
        String[] fields = line.split(";", FIELDS);
        return new AgeRule(
                fields[0],
                Arrays.stream(fields[2].split(" ")).map(AgeMethod::valueOf).collect(Collectors.toSet()),
                Duration.parse(fields[3]),
                LocalDate.parse(fields[1]),
                fields[4]);
    }
}
