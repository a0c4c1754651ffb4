package network.fanz.content.moderation.review;

import java.time.Instant;
import java.util.UUID;

/** Whether a bank of hashes has come to name a release after it was looked up. */
public interface LaterNames {
    /** What was decided up to then does not count: the beginning of time if none has, the end of it if nobody may see the release or nobody can tell. */
    Instant since(UUID release);
}
