package network.fanz.security.ratelimit.blocks;

import java.time.Duration;
import java.time.Instant;
import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The address that the request comes from is blocked from signing in for a while, and from paying without being signed in. No account is locked. */
@ProblemType(value = "address-blocked", status = 403, title = "Your network address is blocked for now")
public final class AddressRefused extends Problem {
    private static final long serialVersionUID = 1L;

    private final long seconds;

    public AddressRefused(Instant now, Instant until) {
        super("Too much has gone wrong from your network address. Signing in from it is closed for a while.");
        this.seconds = Math.max(1, Math.ceilDiv(Duration.between(now, until).toMillis(), 1000));
    }

    @Override
    public Long retryAfterSeconds() {
        return seconds;
    }
}
