package network.fanz.content.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.Money;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.events.PassGranted;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.Payments;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What creators offer, and what fans have. */
@Component
public class Catalogue {
    /** The only length that is offered so far. */
    public static final int PASS_DAYS = 30;

    private static final int LIBRARY_MAX = 200;

    private final CatalogueStore store;
    private final Payments payments;
    private final Events events;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    Catalogue(
            CatalogueStore store,
            Payments payments,
            Events events,
            Audit audit,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.payments = payments;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Offers a creator's supporter pass at a price; it takes the place of the one before. The same creator and key always give the
     * same pass. Emits nothing.
     *
     * @throws PassKeyReused if the key has made a pass of another price
     * @throws network.fanz.common.InvalidField if no buyer can pay such a price here
     */
    public Pass offerPass(AccountId creator, Money price, String key) {
        payments.checkPrice("price", price);
        Pass pass = new Pass(Ids.derived("catalogue.pass", creator + ":" + key), creator, price, PASS_DAYS, now());
        transaction.executeWithoutResult(status -> {
            if (store.insert(pass)) {
                audit.record(AuditAction.of("catalogue.offer_pass", creator, "pass:" + pass.id())
                        .with("price", price.units().toString())
                        .with("asset", price.asset().toString()));
            }
        });
        Pass offered = store.find(pass.id()).orElseThrow();
        if (!offered.price().equals(price)) {
            throw new PassKeyReused();
        }
        return offered;
    }

    /** Takes the creator's pass off sale; passes that were sold keep their time. Without a pass on sale it does nothing. */
    public void withdrawPass(AccountId creator) {
        transaction.executeWithoutResult(status -> store.offered(creator).ifPresent(pass -> {
            store.withdraw(pass.id(), now());
            audit.record(AuditAction.of("catalogue.withdraw_pass", creator, "pass:" + pass.id()));
        }));
    }

    /** The pass that a creator sells now. */
    public Optional<Pass> passOf(AccountId creator) {
        return store.offered(creator);
    }

    /** Whether any creator has ever offered a pass. */
    public boolean hasOffers() {
        return store.hasOffers();
    }

    /** @throws PassNotOffered if it is not what its creator sells now */
    public Pass passOnSale(UUID id) {
        Pass pass = store.find(id).orElseThrow(PassNotOffered::new);
        return store.offered(pass.creator())
                .filter(offered -> offered.id().equals(id))
                .orElseThrow(PassNotOffered::new);
    }

    /**
     * Passes of a fan with their end dates, the one that lasts longest first; those of payments that were given back are gone, and
     * those behind them move forward. Times follow from when each was paid: what is still running when the next is paid is not lost.
     */
    public List<OwnedPass> library(AccountId fan) {
        return store.library(fan, now(), LIBRARY_MAX);
    }

    /** Passes of a fan whose payments were given back, the latest first. */
    public List<ReturnedPass> returned(AccountId fan) {
        return store.returned(fan, LIBRARY_MAX);
    }

    /** Whether the fan holds a pass of the creator now. */
    public boolean supports(AccountId fan, AccountId creator) {
        return store.holds(fan, creator, now());
    }

    /**
     * Grants what a settled payment bought, in the subscription's transaction; a payment that comes again changes nothing. Bought
     * while an earlier pass of the same creator still runs, it begins when that one ends. Emits {@code pass_granted}, with the times
     * as they are now: a refund of an earlier pass moves them.
     */
    void grant(PaymentSettled payment) {
        UUID item = payment.item();
        if (item == null || !isOfPass(payment.kind())) {
            return;
        }
        Pass pass = store.find(item).orElseThrow(() -> new IllegalStateException("No pass " + item));
        Instant start = store.lastEnd(payment.buyer(), pass.creator())
                .filter(end -> end.isAfter(payment.at()))
                .orElse(payment.at());
        Instant end = start.plus(Duration.ofDays(pass.days()));
        if (store.grant(payment.payment(), pass, payment.buyer(), payment.at(), start, end, now())) {
            events.append(new PassGranted(pass.id(), payment.buyer(), pass.creator(), start, end));
        }
    }

    /** Takes back what a refunded payment had bought. */
    void revoke(PaymentRefunded payment) {
        if (isOfPass(payment.kind())) {
            store.revoke(payment.payment(), now());
        }
    }

    private static boolean isOfPass(String kind) {
        return kind.equals(PaymentKind.PASS.code());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
