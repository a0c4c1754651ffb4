package network.fanz.content.introductions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a creator has: at most one of each.
 *
 * @param waiting what an administrator has to look at; null if nothing waits
 * @param shown what stands on the page; null if nothing does
 * @param refused what was refused since; null if nothing was
 */
public record IntroductionStanding(
        @Nullable IntroductionProposal waiting,
        @Nullable IntroductionProposal shown,
        @Nullable IntroductionProposal refused) {
    static IntroductionStanding of(List<IntroductionProposal> all) {
        return new IntroductionStanding(
                in(all, IntroductionState.PROPOSED),
                in(all, IntroductionState.SHOWN),
                in(all, IntroductionState.REFUSED));
    }

    private static @Nullable IntroductionProposal in(List<IntroductionProposal> all, IntroductionState state) {
        return all.stream().filter(one -> one.state() == state).findFirst().orElse(null);
    }

    /** What the creator wrote last, and would go on from; null if nothing is there. */
    public @Nullable IntroductionProposal latest() {
        return waiting != null ? waiting : refused != null ? refused : shown;
    }
}
