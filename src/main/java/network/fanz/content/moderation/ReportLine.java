package network.fanz.content.moderation;

import java.time.Instant;

/** For what something was reported, how often, and when last. */
public record ReportLine(ReportReason reason, int times, Instant lastAt) {}
