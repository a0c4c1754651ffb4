package network.fanz.content.moderation.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.moderation.ReviewReason;
import network.fanz.content.moderation.ReviewSeverity;

/**
 * Something that is put before a person.
 *
 * @param facts what the policy was asked about, as JSON
 */
record WaitingRow(
        UUID release,
        UUID work,
        AccountId creator,
        ReviewReason reason,
        ReviewSeverity severity,
        int reach,
        boolean holds,
        List<String> rules,
        int policy,
        String facts,
        Instant since) {}
