package network.fanz.content.moderation;

import java.util.UUID;
import network.fanz.common.Origin;
import network.fanz.content.moderation.review.ReportDesk;
import network.fanz.security.ratelimit.Limit;
import network.fanz.security.ratelimit.RateLimits;
import org.springframework.stereotype.Component;

/** Anyone reports what they see, with an account or without. */
@Component
public class Reports {
    private final ReportDesk desk;
    private final RateLimits limits;

    Reports(ReportDesk desk, RateLimits limits) {
        this.desk = desk;
        this.limits = limits;
    }

    /** @throws network.fanz.common.NotFound if nobody sees such a work */
    public void requireSeen(UUID work) {
        desk.requireSeen(work);
    }

    /**
     * Puts a work before a person. All reports of one work are one item; what was judged fine although it was reported for this is only
     * counted until it changes, unless it is a grave matter and says something in words. Emits {@code content_flagged} if it did not wait yet.
     *
     * @throws network.fanz.common.NotFound if nobody sees such a work
     * @throws network.fanz.security.ratelimit.RateLimited if too many come from one device or address
     */
    public void report(NewReport report, Origin origin) {
        limits.requireWithin(Limit.REPORT, origin.placeKey());
        desk.take(report);
    }
}
