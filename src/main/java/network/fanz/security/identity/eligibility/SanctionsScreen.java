package network.fanz.security.identity.eligibility;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Compares names with those of a list. Accents, case, punctuation and the order of the parts do not count; the Jaro-Winkler measure
 * tolerates small differences in spelling. If both dates of birth are known and differ, the people are different.
 */
final class SanctionsScreen {
    /** Two name parts are the same from this similarity on; 1 means identical. */
    private static final double SIMILARITY_MIN = 0.9;

    private final List<ListedName> entries;

    SanctionsScreen(List<SanctionedName> names) {
        this.entries = names.stream()
                .map(name -> new ListedName(parts(name.name()), name))
                .filter(listedName -> listedName.parts().length > 0)
                .toList();
    }

    boolean matches(String name, LocalDate born) {
        String[] parts = parts(name);
        return parts.length > 0
                && entries.stream()
                        .anyMatch(listedName ->
                                birthDateMatches(listedName.name(), born) && namesMatch(parts, listedName.parts()));
    }

    private static boolean birthDateMatches(SanctionedName listed, LocalDate born) {
        return listed.born() == null || listed.born().equals(born);
    }

    /** Every part of the shorter name is found in the longer one; a single part must be the whole name. */
    private static boolean namesMatch(String[] one, String[] other) {
        String[] fewer = one.length <= other.length ? one : other;
        String[] more = fewer == one ? other : one;
        if (fewer.length == 1 && more.length > 1) {
            return JaroWinkler.similarity(fewer[0], String.join("", more)) >= SIMILARITY_MIN;
        }
        boolean[] taken = new boolean[more.length];
        return Arrays.stream(fewer).allMatch(part -> takeBest(part, more, taken));
    }

    private static boolean takeBest(String part, String[] candidates, boolean[] taken) {
        int best = -1;
        double bestSimilarity = SIMILARITY_MIN;
        for (int i = 0; i < candidates.length; i++) {
            double similarity = taken[i] ? 0 : JaroWinkler.similarity(part, candidates[i]);
            if (similarity >= bestSimilarity) {
                best = i;
                bestSimilarity = similarity;
            }
        }
        if (best >= 0) {
            taken[best] = true;
        }
        return best >= 0;
    }

    private static String[] parts(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]+", " ")
                .strip();
        return Stream.of(plain.split(" ")).filter(part -> !part.isEmpty()).toArray(String[]::new);
    }

    private record ListedName(String[] parts, SanctionedName name) {}
}
