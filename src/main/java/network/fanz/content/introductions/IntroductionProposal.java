package network.fanz.content.introductions;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * An introduction and what became of it. Its content never changes: another text is another one.
 *
 * @param reason why it is not shown; null unless it was refused
 * @param decidedAt null while it waits
 */
public record IntroductionProposal(
        UUID id,
        AccountId creator,
        Introduction introduction,
        IntroductionState state,
        @Nullable IntroductionRefusal reason,
        Instant proposedAt,
        @Nullable Instant decidedAt) {}
