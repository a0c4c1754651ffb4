package network.fanz.content.moderation.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.catalogue.ReleaseInHand;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.catalogue.Supporters;
import network.fanz.content.intelligence.Signal;
import network.fanz.content.intelligence.Signals;
import network.fanz.content.moderation.ModerationPolicy;
import network.fanz.content.moderation.PolicyFacts;
import network.fanz.content.moderation.PolicySurface;
import network.fanz.content.moderation.ReviewSeverity;
import network.fanz.content.moderation.SameFile;
import network.fanz.content.moderation.SignalLine;
import network.fanz.content.moderation.policy.PolicyBook;
import org.springframework.stereotype.Component;

/** What the policy is asked about a release. */
@Component
class ReviewFacts {
    private static final int COUNTED_MAX = 100;
    private static final int SHOWN_DECIMALS = 4;

    private final DecisionStore decisions;
    private final ReportStore reports;
    private final Supporters supporters;
    private final Signals signals;
    private final PolicyBook policies;
    private final Releases releases;

    ReviewFacts(
            DecisionStore decisions,
            ReportStore reports,
            Supporters supporters,
            Signals signals,
            PolicyBook policies,
            Releases releases) {
        this.releases = releases;
        this.signals = signals;
        this.policies = policies;
        this.reports = reports;
        this.decisions = decisions;
        this.supporters = supporters;
    }

    PolicyFacts of(ReleaseInHand release) {
        Map<String, BigDecimal> said = new HashMap<>();
        strongest(release.id()).forEach((name, signal) -> said.put(name, score(signal)));
        return new PolicyFacts(
                release.type().isFilm() ? PolicySurface.FILM : PolicySurface.PICTURE,
                said,
                decisions.rejections(release.creator(), COUNTED_MAX),
                reports.open(release.id()));
    }

    /** What software says of a release, beside what the policy asks for. */
    List<SignalLine> lines(UUID release) {
        ModerationPolicy policy = policies.live().policy();
        return strongest(release).values().stream()
                .map(signal -> new SignalLine(
                        signal.name(),
                        score(signal),
                        signal.model() + " " + signal.version(),
                        policy.threshold(signal.name()).orElse(null)))
                .toList();
    }

    /** Of each name the highest score, whichever frame of a film it is of. */
    private Map<String, Signal> strongest(UUID release) {
        Map<String, Signal> strongest = new TreeMap<>();
        signals.of(release)
                .forEach(signal -> strongest.merge(
                        signal.name(), signal, (one, other) -> one.score() >= other.score() ? one : other));
        return strongest;
    }

    private static BigDecimal score(Signal signal) {
        return BigDecimal.valueOf(signal.score()).setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** Other releases of the very same bytes. */
    List<SameFile> sameFile(ReleaseInHand release) {
        return releases.sameFile(release.id()).stream()
                .map(other -> new SameFile(
                        other.id(),
                        releases.state(other.id()).shown(),
                        other.creator().equals(release.creator())))
                .toList();
    }

    /** What the policy says, and sooner where the very same file did not come before or was taken back. */
    ReviewSeverity severity(ReleaseInHand release, ReviewSeverity byPolicy) {
        boolean ended =
                sameFile(release).stream().anyMatch(other -> other.state().hasEnded());
        return ended && byPolicy.compareTo(ReviewSeverity.HIGH) > 0 ? ReviewSeverity.HIGH : byPolicy;
    }

    /** How many people have paid a creator, a hundred at the most. */
    int reach(AccountId creator) {
        return supporters.of(creator, null, COUNTED_MAX).items().size();
    }
}
