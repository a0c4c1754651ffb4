package network.fanz.content.catalogue.watching;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.Showing;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** To whom creators show their works. */
@Component
public class ShowingRegister {
    private final WatchStore store;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    ShowingRegister(WatchStore store, Audit audit, TransactionOperations transaction, @Steady Clock clock) {
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws NotFound if the work is nobody's or somebody else's */
    public Showing showing(UUID work, AccountId creator) {
        requireOwn(work, creator);
        return store.showing(work).orElse(Showing.UNSAID);
    }

    /** See {@link network.fanz.content.catalogue.PublishedWorks#show}. */
    public void change(UUID work, AccountId creator, Showing showing) {
        requireOwn(work, creator);
        transaction.executeWithoutResult(status -> {
            if (store.showing(work).filter(showing::equals).isEmpty()) {
                store.setShowing(work, showing, clock.instant().truncatedTo(ChronoUnit.MICROS));
                audit.record(AuditAction.of("catalogue.show_to", creator, "work:" + work)
                        .with("audience", showing.audience().name())
                        .with(
                                "warnings",
                                showing.warnings().stream()
                                        .map(Enum::name)
                                        .sorted()
                                        .collect(Collectors.joining(" "))));
            }
        });
    }

    private void requireOwn(UUID work, AccountId creator) {
        if (!store.isOf(work, creator)) {
            throw new NotFound("work");
        }
    }
}
