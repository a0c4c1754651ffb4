package network.fanz.content.moderation.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import network.fanz.content.moderation.ModerationPolicy;
import network.fanz.content.moderation.PolicyFacts;
import network.fanz.content.moderation.PolicyTest;
import network.fanz.content.moderation.PolicyTest.PolicyTestLine;
import network.fanz.content.moderation.ReviewSeverity;
import network.fanz.content.moderation.policy.PolicyBook.LivePolicy;
import network.fanz.content.moderation.policy.PolicyStore.DecidedFacts;
import org.springframework.stereotype.Component;

/** Asks a version of the policy about what people have decided and about what waits, beside the one in force. */
@Component
class PolicyTrial {
    private static final int DECISIONS_MAX = 10_000;
    private static final int WAITING_MAX = 1000;

    private final PolicyStore store;

    PolicyTrial(PolicyStore store) {
        this.store = store;
    }

    PolicyTest of(ModerationPolicy tried, LivePolicy live) {
        List<DecidedFacts> decided = store.decided(DECISIONS_MAX);
        List<PolicyFacts> approved = facts(decided, true);
        List<PolicyFacts> rejected = facts(decided, false);
        List<PolicyFacts> waiting =
                store.waiting(WAITING_MAX).stream().map(PolicyJson::facts).toList();
        return new PolicyTest(
                live.number(),
                decided.size(),
                waiting.size(),
                lines(tried, live.policy(), approved, rejected, waiting));
    }

    private static List<PolicyFacts> facts(List<DecidedFacts> decided, boolean approved) {
        return decided.stream()
                .filter(each -> each.approved() == approved)
                .map(each -> PolicyJson.facts(each.facts()))
                .toList();
    }

    private static List<PolicyTestLine> lines(
            ModerationPolicy tried,
            ModerationPolicy live,
            List<PolicyFacts> approved,
            List<PolicyFacts> rejected,
            List<PolicyFacts> waiting) {
        List<Map<ReviewSeverity, Integer>> then =
                List.of(counts(tried, approved), counts(tried, rejected), counts(tried, waiting));
        List<Map<ReviewSeverity, Integer>> now =
                List.of(counts(live, approved), counts(live, rejected), counts(live, waiting));
        List<PolicyTestLine> lines = new ArrayList<>();
        for (ReviewSeverity severity : ReviewSeverity.values()) {
            lines.add(new PolicyTestLine(
                    severity,
                    then.get(0).getOrDefault(severity, 0),
                    then.get(1).getOrDefault(severity, 0),
                    then.get(2).getOrDefault(severity, 0),
                    now.get(0).getOrDefault(severity, 0),
                    now.get(1).getOrDefault(severity, 0),
                    now.get(2).getOrDefault(severity, 0)));
        }
        return lines;
    }

    private static Map<ReviewSeverity, Integer> counts(ModerationPolicy policy, List<PolicyFacts> asked) {
        Map<ReviewSeverity, Integer> counts = new EnumMap<>(ReviewSeverity.class);
        asked.forEach(facts -> counts.merge(policy.ask(facts).severity(), 1, Integer::sum));
        return counts;
    }
}
