package network.fanz.content.intelligence;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What software said of releases. */
@Component
public class Signals {
    private final SignalStore store;
    private final TransactionOperations transaction;

    Signals(SignalStore store, TransactionOperations transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    /** All of a release by their names; none if nothing has looked at it yet. */
    public List<Signal> of(UUID release) {
        return store.of(release);
    }

    /** Those of a release from now on; what was said before goes. */
    void keep(UUID release, List<Signal> signals) {
        transaction.executeWithoutResult(status -> {
            store.delete(release);
            signals.forEach(signal -> store.insert(release, signal));
        });
    }
}
