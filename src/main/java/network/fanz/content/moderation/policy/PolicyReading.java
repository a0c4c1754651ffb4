package network.fanz.content.moderation.policy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import network.fanz.common.InvalidField;
import network.fanz.common.Language;
import network.fanz.common.Sentence;
import network.fanz.content.moderation.ModerationPolicy;
import network.fanz.content.moderation.PolicyClause;
import network.fanz.content.moderation.PolicyRule;
import network.fanz.content.moderation.SignalLine;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a policy, and refuses what it does not understand. */
final class PolicyReading {
    private static final String FIELD = "document";
    private static final int LENGTH_MAX = 100_000;
    private static final int CLAUSES_MAX = 50;
    private static final int RULES_MAX = 200;
    private static final int TEXT_MAX = 1000;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private PolicyReading() {}

    /** @throws InvalidField saying what is wrong */
    static ModerationPolicy read(String document) {
        if (document.length() > LENGTH_MAX) {
            throw new InvalidField(FIELD, Sentence.of("A policy has at most {0} characters.", LENGTH_MAX));
        }
        ModerationPolicy policy;
        try {
            policy = JSON.readValue(document, ModerationPolicy.class);
        } catch (JacksonException | IllegalArgumentException | NullPointerException unread) {
            throw new InvalidField(
                    FIELD, "This is no policy: it is not JSON of the form that the version in force has.");
        }
        check(policy);
        return policy;
    }

    private static void check(ModerationPolicy policy) {
        if (policy.otherwise() == null
                || policy.clauses().isEmpty()
                || policy.clauses().size() > CLAUSES_MAX
                || policy.rules().size() > RULES_MAX) {
            throw new InvalidField(
                    FIELD,
                    Sentence.of(
                            "A policy says what is otherwise, and has 1 to {0} clauses and at most {1} rules.",
                            CLAUSES_MAX, RULES_MAX));
        }
        Set<String> codes = new HashSet<>();
        policy.clauses().forEach(clause -> check(clause, codes));
        Set<String> names = new HashSet<>();
        policy.rules().forEach(rule -> check(rule, codes, names));
    }

    private static void check(PolicyClause clause, Set<String> codes) {
        if (!isName(clause.code()) || !codes.add(clause.code())) {
            throw new InvalidField(
                    FIELD,
                    Sentence.of("Each clause has a code of its own in small letters; {0} is none.", clause.code()));
        }
        if (!isSaid(clause.title()) || !isSaid(clause.text()) || !isSaid(clause.toCreator())) {
            throw new InvalidField(
                    FIELD, Sentence.of("Clause {0} lacks words in a language of the house.", clause.code()));
        }
    }

    private static boolean isSaid(Map<String, String> words) {
        return Arrays.stream(Language.values())
                .map(language -> words.getOrDefault(language.tag(), ""))
                .allMatch(text -> !text.isBlank() && text.length() <= TEXT_MAX);
    }

    private static void check(PolicyRule rule, Set<String> codes, Set<String> names) {
        if (!isName(rule.name()) || !names.add(rule.name()) || rule.severity() == null) {
            throw new InvalidField(
                    FIELD,
                    Sentence.of(
                            "Each rule has a severity and a name of its own in small letters; {0} has not.",
                            String.valueOf(rule.name())));
        }
        if (rule.signal() != null && !SignalLine.NAMES.contains(rule.signal())) {
            throw new InvalidField(FIELD, Sentence.of("Nothing gives a signal {0}.", rule.signal()));
        }
        if ((rule.signal() == null) != (rule.atLeast() == null) || !isScore(rule.atLeast())) {
            throw new InvalidField(
                    FIELD,
                    Sentence.of(
                            "Rule {0} asks for a signal and for a score between 0 and 1, or for neither.",
                            rule.name()));
        }
        if (rule.clause() != null && !codes.contains(rule.clause())) {
            throw new InvalidField(FIELD, Sentence.of("There is no clause {0}.", rule.clause()));
        }
    }

    private static boolean isScore(@Nullable BigDecimal score) {
        return score == null || score.signum() >= 0 && score.compareTo(BigDecimal.ONE) <= 0;
    }

    private static boolean isName(@Nullable String name) {
        return name != null && NAME.matcher(name).matches();
    }
}
