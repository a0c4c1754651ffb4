package network.fanz.platform.idempotency;

import java.time.Clock;
import java.util.UUID;
import network.fanz.common.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This run of the program: it frees the keys of the one before, if that was killed, and holds its own under its id. */
final class ProgramRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramRun.class);

    private final UUID id;
    private final RunNote note;

    /** While the data folder is locked, and before the first request. */
    ProgramRun(RunNote note, IdempotencyStore store, Clock clock) {
        this.id = Ids.next(clock);
        this.note = note;
        note.killed().ifPresent(killed -> {
            int freed = store.endLeases(killed, clock.instant());
            if (freed > 0) {
                LOG.info("{} requests were under way when the program was killed; each can be sent again", freed);
            }
        });
        // Only now: if this run is killed before it has freed them, the next one does.
        note.write(id);
    }

    UUID id() {
        return id;
    }

    /** What may still run while the program stops keeps its keys until their leases are over. */
    @Override
    public void close() {
        note.takeAway();
    }
}
