package network.fanz.security.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Limits by name and key, and blocks of addresses. */
@Component
public class RateLimits {
    /** Takes one from a limit that settings define, such as {@code sign-in-account}. */
    public Decision take(String limit, String key) {
        throw new UnsupportedOperationException();
    }

    /**
     * Refuses an address sign-in and payments until the time has passed, capped by settings. A second block never shortens the first.
     * Emits {@code address_blocked}.
     */
    public void blockAddress(String addressHash, Duration time, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Until when the address is refused; empty if it is not. */
    public Optional<Instant> blockedUntil(String addressHash) {
        throw new UnsupportedOperationException();
    }

    /** Blocks in force, the newest first. */
    public List<AddressBlock> blocks() {
        throw new UnsupportedOperationException();
    }

    public void lift(String addressHash) {
        throw new UnsupportedOperationException();
    }
}
