package network.fanz.content.catalogue.sales;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.events.WorkGranted;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.SaleGate;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.finance.payments.events.ProviderMessageUnexpected;
import network.fanz.platform.events.Events;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who has which work: granted by a settled payment alone, and gone once its money goes back. */
@Component
public class WorkSales implements SaleGate {
    private final WorkSaleStore store;
    private final TakenDownWorks takenDown;
    private final Events events;
    private final Clock clock;

    WorkSales(WorkSaleStore store, TakenDownWorks takenDown, Events events, @Steady Clock clock) {
        this.store = store;
        this.takenDown = takenDown;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Grants what a settled payment bought, in the subscription's transaction; a payment that comes again changes nothing. Emits
     * {@code work_granted}; and {@code work_taken_down} where nobody sees the work any more.
     */
    public void grant(PaymentSettled payment) {
        UUID work = payment.item();
        if (work == null || !payment.kind().equals(PaymentKind.PPV.code())) {
            return;
        }
        WorkGrant grant = new WorkGrant(payment.payment(), work, payment.buyer(), payment.seller());
        if (store.grant(grant, payment.at(), now())) {
            events.append(new WorkGranted(payment.payment(), work, payment.buyer(), payment.seller(), payment.at()));
            if (store.hasEnded(work)) {
                takenDown.tell(grant, now());
            }
        }
    }

    /** Takes back what a refunded payment had bought. */
    public void revoke(PaymentRefunded payment) {
        if (payment.kind().equals(PaymentKind.PPV.code())) {
            store.revoke(payment.payment(), now());
        }
    }

    /** The money goes back without us, as by a dispute: so does what it had bought. */
    public void revoke(ProviderMessageUnexpected said) {
        if (said.payment() != null && said.takenBack() != null) {
            store.revoke(said.payment(), now());
        }
    }

    /** Whether the fan has bought the work, and the money has not gone back. */
    public boolean owns(AccountId fan, UUID work) {
        return !owned(fan, Set.of(work)).isEmpty();
    }

    /** Which of these works the fan has bought. */
    public Set<UUID> owned(AccountId fan, Collection<UUID> among) {
        return store.owned(fan, among);
    }

    /** What a fan has bought, the latest first, also what went back. */
    public List<GrantedWork> bought(AccountId fan, @Nullable UUID after, int limit) {
        return store.bought(fan, after, limit);
    }

    @Override
    public PaymentKind kind() {
        return PaymentKind.PPV;
    }

    /** The price may have changed since: what the buyer confirmed holds. */
    @Override
    public boolean isStillSold(UUID item, AccountId buyer) {
        return store.isPublished(item) && !owns(buyer, item);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
