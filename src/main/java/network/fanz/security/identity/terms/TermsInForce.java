package network.fanz.security.identity.terms;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import network.fanz.common.Steady;
import network.fanz.security.identity.TermsText;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Which version is in force. */
@Component
public final class TermsInForce {
    /** Every page has a foot, and the foot's link is worth one small query in this time. */
    private static final long LOOK_EVERY = Duration.ofSeconds(5).toNanos();

    private final TermsStore store;
    private final Clock clock;
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
    private volatile boolean any;

    TermsInForce(TermsStore store, @Steady Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Optional<TermsText> text() {
        return store.inForce(clock.instant());
    }

    /** As last seen; nothing is decided by it. */
    public boolean isAny() {
        long due = nextLook.get();
        long now = System.nanoTime();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + LOOK_EVERY)) {
            try {
                any = store.numberInForce(clock.instant()) > 0;
            } catch (DataAccessException down) {
                // The foot stays as it was.
            }
        }
        return any;
    }

    public void lookAgain() {
        nextLook.set(System.nanoTime());
    }
}
