package network.fanz.security.identity.sessions;

import java.time.Duration;

/**
 * How long sessions last.
 *
 * @param visitorIdle idle time of a visitor who has not signed in
 * @param idle idle time of a signed-in account that needs no second factor
 * @param lifetime the maximum for such an account, counted from sign-in
 * @param strictIdle idle time of an account that needs a second factor (NIST SP 800-63B-4, AAL2: at most an hour)
 * @param strictLifetime the maximum for such an account, counted from sign-in (AAL2: at most 24 hours)
 */
public record SessionLimits(
        Duration visitorIdle, Duration idle, Duration lifetime, Duration strictIdle, Duration strictLifetime) {}
