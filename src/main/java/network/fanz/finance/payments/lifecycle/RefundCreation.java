package network.fanz.finance.payments.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Forbidden;
import network.fanz.common.NotFound;
import network.fanz.finance.payments.NotRefundable;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.events.RefundRequested;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who may ask for a payment back, and what follows from it. */
@Component
public class RefundCreation {
    private static final Logger LOG = LoggerFactory.getLogger(RefundCreation.class);

    private final PaymentStore store;
    private final TransitionWriter transitions;
    private final PaymentDriver driver;
    private final Events events;
    private final Audit audit;
    private final Clock clock;

    RefundCreation(
            PaymentStore store,
            TransitionWriter transitions,
            PaymentDriver driver,
            Events events,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.transitions = transitions;
        this.driver = driver;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** The payment after it has been asked back, by its seller or by finance staff; one that was before is answered as it is. */
    public PaymentRow request(UUID id, Caller caller) {
        PaymentRow payment = store.find(id).orElseThrow(() -> new NotFound("payment"));
        if (!payment.isVisibleTo(caller)) {
            throw new NotFound("payment");
        }
        if (!PaymentRow.isFinanceStaff(caller) && !caller.is(payment.seller())) {
            throw new Forbidden("Ask the creator for a refund.");
        }
        return switch (payment.state()) {
            case SETTLED -> begin(payment, caller.requireAccount());
            case REFUNDING, REFUNDED, REFUND_REFUSED -> payment;
            case CREATED, AUTHORISING, AUTHORISED, UNKNOWN, POSTED, DECLINED -> throw new NotRefundable();
        };
    }

    /** Nothing leads away from a settled payment but a refund, so whoever overtook us has asked for the same. */
    private PaymentRow begin(PaymentRow payment, AccountId by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            transitions.transition(
                    payment, List.of(StateChange.to(PaymentState.REFUNDING, transitions.nextAttempt())), refunding -> {
                        events.append(new RefundRequested(refunding.id(), by, refunding.price(), now));
                        audit.record(AuditAction.of("payments.refund", by, "payment:" + refunding.id())
                                .with("price", refunding.price().units().toString()));
                    });
        } catch (Overtaken overtaken) {
            return store.find(payment.id()).orElseThrow();
        }
        try {
            return driver.drive(payment.id(), null);
        } catch (RuntimeException failed) {
            LOG.warn("The refund of payment {} goes on later", payment.id(), failed);
            return store.find(payment.id()).orElseThrow();
        }
    }
}
