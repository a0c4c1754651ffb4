package network.fanz.content.catalogue.watching;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.Money;
import network.fanz.common.NotFound;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.Showing;
import network.fanz.finance.payments.Payments;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** To whom creators show their works. */
@Component
public class ShowingRegister {
    private final WatchStore store;
    private final Payments payments;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    ShowingRegister(
            WatchStore store, Payments payments, Audit audit, TransactionOperations transaction, @Steady Clock clock) {
        this.store = store;
        this.payments = payments;
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
        Money price = showing.price();
        if (price != null) {
            payments.checkPrice("price", price);
        }
        transaction.executeWithoutResult(status -> {
            if (store.showing(work).filter(showing::equals).isEmpty()) {
                store.setShowing(work, showing, clock.instant().truncatedTo(ChronoUnit.MICROS));
                audit.record(action(work, creator, showing));
            }
        });
    }

    private static AuditAction action(UUID work, AccountId creator, Showing showing) {
        AuditAction said = AuditAction.of("catalogue.show_to", creator, "work:" + work)
                .with("audience", showing.audience().name())
                .with(
                        "warnings",
                        showing.warnings().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")));
        Money price = showing.price();
        return price == null
                ? said
                : said.with("price", price.units().toString())
                        .with("asset", price.asset().toString());
    }

    private void requireOwn(UUID work, AccountId creator) {
        if (!store.isOf(work, creator)) {
            throw new NotFound("work");
        }
    }
}
