package network.fanz.security.ratelimit.origin;

import java.time.Clock;
import java.time.Duration;
import network.fanz.common.Steady;
import org.springframework.stereotype.Component;

/** Addresses from which somebody has signed in, with all factors, in the last half-year. */
@Component
public class KnownPlaces {
    private static final Duration KNOWN_FOR = Duration.ofDays(180);

    private final KnownPlaceStore store;
    private final Clock clock;

    KnownPlaces(KnownPlaceStore store, @Steady Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public void remember(String addressHash) {
        store.remember(addressHash, clock.instant());
    }

    public boolean isKnown(String addressHash) {
        return store.isKnown(addressHash);
    }

    /** Deletes the places that nobody has signed in from for half a year. */
    public void sweep() {
        store.forgetNotSeenSince(clock.instant().minus(KNOWN_FOR));
    }
}
