package network.fanz.web.problems;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Writes a fault down once a minute and cause, however often it happens; at the minute's end a line says how often it did. All callers who
 * met it in that minute are told the same reference, so that what they are told is in the log.
 */
final class RepeatedFaults {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int CAUSES_MAX = 500;

    private final Logger log;
    private final LongSupplier ticker;
    private final Map<String, Fault> faults = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Fault> eldest) {
            return size() > CAUSES_MAX;
        }
    };

    private static final class Fault {
        private final String reference = UUID.randomUUID().toString();
        private final long since;
        private long more;

        Fault(long since) {
            this.since = since;
        }
    }

    /** @param ticker nanoseconds that never run backwards */
    RepeatedFaults(Logger log, LongSupplier ticker) {
        this.log = log;
        this.ticker = ticker;
    }

    /**
     * @param cause what makes two of them the same
     * @param write writes it down under a reference
     * @return the reference under which it is in the log
     */
    String reference(String cause, Consumer<String> write) {
        String known = again(cause);
        if (known != null) {
            return known;
        }
        Fault fault = new Fault(ticker.getAsLong());
        synchronized (this) {
            faults.put(cause, fault);
        }
        write.accept(fault.reference);
        return fault.reference;
    }

    /** Null if it has not happened in this minute. */
    private synchronized @Nullable String again(String cause) {
        Fault known = faults.get(cause);
        if (known == null || ticker.getAsLong() - known.since >= WINDOW.toNanos()) {
            return null;
        }
        if (known.more++ == 0) {
            Thread.ofVirtual().name("repeated-faults").start(() -> sayHowOftenLater(known));
        }
        return known.reference;
    }

    private void sayHowOftenLater(Fault fault) {
        try {
            Thread.sleep(WINDOW);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        long more;
        synchronized (this) {
            more = fault.more;
        }
        log.warn("Fault {} happened {} times more within a minute", fault.reference, more);
    }
}
