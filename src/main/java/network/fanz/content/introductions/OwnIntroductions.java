package network.fanz.content.introductions;

import java.util.List;
import java.util.Set;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody has said of themselves, also what nobody else sees. Who decided about it is not theirs to know. */
@Component
@Order(11)
class OwnIntroductions implements OwnRecords {
    private final SealedIntroductions kept;

    OwnIntroductions(SealedIntroductions kept) {
        this.kept = kept;
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(OwnSection.<IntroductionProposal>ofFew(
                        "introductions",
                        "What you wrote about yourself for your page, and what became of it.",
                        Set.of("introductions.introduction"),
                        kept::of)
                .with("words", proposal -> proposal.introduction().words())
                .with(
                        "links",
                        proposal -> proposal.introduction().links().stream()
                                .map(WebLink::url)
                                .toList())
                .with("state", IntroductionProposal::state)
                .with("why_not", OwnIntroductions::reason)
                .with("proposed_at", IntroductionProposal::proposedAt)
                .with("decided_at", IntroductionProposal::decidedAt));
    }

    private static @Nullable String reason(IntroductionProposal proposal) {
        IntroductionRefusal reason = proposal.reason();
        return reason == null ? null : reason.words();
    }
}
