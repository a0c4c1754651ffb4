package network.fanz.platform.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How mail is doing.
 *
 * @param waiting how many letters are still to leave
 * @param oldest when the one that has waited longest was written; null if none waits
 * @param failed how many of those that are still kept were given up
 */
public record MailState(long waiting, @Nullable Instant oldest, long failed) {}
