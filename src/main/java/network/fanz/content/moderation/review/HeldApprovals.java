package network.fanz.content.moderation.review;

import java.time.Instant;
import java.util.UUID;
import network.fanz.content.moderation.DecisionKind;
import network.fanz.content.moderation.ReviewReason;
import org.springframework.stereotype.Component;

/** Whether a person has said that a release which a check has held may go on. It is not yet the decision that publishes it. */
@Component
public class HeldApprovals {
    private final DecisionStore decisions;
    private final ReviewTimes times;

    HeldApprovals(DecisionStore decisions, ReviewTimes times) {
        this.decisions = decisions;
        this.times = times;
    }

    /** @param reason why it is held now; that it went on before for another does not count */
    public boolean goesOn(UUID release, ReviewReason reason) {
        Instant now = times.now();
        return decisions
                .ofHeld(release, reason, now, times.latestEffect(now))
                .filter(row -> row.kind() == DecisionKind.APPROVE)
                .isPresent();
    }
}
