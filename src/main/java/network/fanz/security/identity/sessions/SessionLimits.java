package network.fanz.security.identity.sessions;

import java.time.Duration;

/**
 * How long sessions last.
 *
 * @param visitorIdle of nobody who has signed in
 * @param idle of a signed-in account that needs no second factor
 * @param lifetime the same, from sign-in on, however busy
 * @param strictIdle of an account that needs a second factor (NIST SP 800-63B-4, AAL2: at most an hour)
 * @param strictLifetime the same, from sign-in on (AAL2: at most 24 hours)
 */
public record SessionLimits(
        Duration visitorIdle, Duration idle, Duration lifetime, Duration strictIdle, Duration strictLifetime) {}
