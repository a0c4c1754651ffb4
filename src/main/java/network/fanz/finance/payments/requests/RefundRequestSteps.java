package network.fanz.finance.payments.requests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.common.Steady;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.RefundRequestDecided;
import network.fanz.finance.payments.RefundRequestState;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.ProviderMessageUnexpected;
import network.fanz.finance.payments.events.RefundRefused;
import network.fanz.finance.payments.events.RefundRequestMoved;
import network.fanz.finance.payments.events.RefundRequested;
import network.fanz.finance.payments.lifecycle.PaymentRow;
import network.fanz.finance.payments.lifecycle.PaymentStore;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The steps of requests. Each is one transaction with its event and its audit entry, on the locked request. Money is moved by none of them:
 * giving back is the payment's own refund, and the request follows from what is told of that, as it does when somebody gives the payment
 * back in another way.
 */
@Component
public class RefundRequestSteps {
    private static final int AT_ONCE = 100;
    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofSeconds(5);

    private final RefundRequestStore store;
    private final PaymentStore payments;
    private final RefundRequestWords words;
    private final RefundRequestSettings settings;
    private final Events events;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    RefundRequestSteps(
            RefundRequestStore store,
            PaymentStore payments,
            RefundRequestWords words,
            RefundRequestSettings settings,
            Events events,
            Audit audit,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.payments = payments;
        this.words = words;
        this.settings = settings;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Makes the request. A payment that has one keeps it, with the words that were written first.
     *
     * @param first whom it waits for first: the creator, or finance staff
     */
    public void ask(PaymentRow payment, String reason, RefundRequestState first) {
        AccountId buyer = payment.buyer();
        byte[] kept = words.seal("reason", buyer, reason);
        transaction.executeWithoutResult(status -> {
            Instant now = now();
            if (store.insert(payment.id(), buyer, payment.seller(), first, kept, now)) {
                tell(payment, null, first, buyer, now);
                audit(payment.id(), first, buyer);
            }
        });
    }

    /** The creator says no: finance staff look at it next. */
    public void declineAsCreator(UUID payment, AccountId creator, String why) {
        byte[] kept = words.seal("answer", creator, why);
        decide(
                payment,
                request -> words.areSame("answer", why, creator, request.creatorsWords()),
                RefundRequestState.WITH_CREATOR,
                RefundRequestState.WITH_FINANCE,
                creator,
                () -> store.keepCreatorsWords(payment, kept));
    }

    /** Finance staff say no: the request ends. */
    public void declineAsFinance(UUID payment, AccountId by, String why) {
        byte[] kept = words.seal("answer", by, why);
        decide(
                payment,
                request -> by.equals(request.financier()) && words.areSame("answer", why, by, request.financesWords()),
                RefundRequestState.WITH_FINANCE,
                RefundRequestState.DECLINED,
                by,
                () -> store.keepFinancesWords(payment, by, kept));
    }

    /** The fan asks for it no longer. */
    public void withdraw(UUID payment, AccountId buyer) {
        transaction.executeWithoutResult(status -> {
            RefundRequestRow request = store.lock(payment).orElseThrow(() -> new NotFound("refund request"));
            if (request.state().isOpen()) {
                move(request, RefundRequestState.WITHDRAWN, buyer);
            } else if (request.state() != RefundRequestState.WITHDRAWN) {
                throw new RefundRequestDecided();
            }
        });
    }

    /** Passes requests on whose creators have not answered in time. Goes on until none is due or the program wants to stop. */
    void passOn() {
        List<UUID> due;
        do {
            Instant now = now();
            due = store.overdueWithCreator(
                    now.minus(settings.creatorAnswersWithin()), now.plus(CLOCKS_DIFFER_MAX), AT_ONCE);
            due.forEach(payment -> follow(
                    payment, RefundRequestState.WITH_FINANCE, state -> state == RefundRequestState.WITH_CREATOR));
        } while (due.size() == AT_ONCE && !Thread.currentThread().isInterrupted());
    }

    void refundBegan(RefundRequested begun) {
        follow(begun.payment(), RefundRequestState.GIVING_BACK, state -> true);
    }

    void refunded(PaymentRefunded refunded) {
        follow(refunded.payment(), RefundRequestState.GIVEN_BACK, state -> true);
    }

    /** A refund that can be tried again is finance's to look at; one that the bank refuses for good has ended. */
    void refundRefused(RefundRefused refused) {
        boolean again = payments.find(refused.payment())
                .filter(payment -> payment.state() == PaymentState.REFUND_REFUSED)
                .isEmpty();
        follow(
                refused.payment(),
                again ? RefundRequestState.WITH_FINANCE : RefundRequestState.NOT_POSSIBLE,
                state -> state == RefundRequestState.GIVING_BACK);
    }

    void takenBack(ProviderMessageUnexpected said) {
        UUID payment = said.payment();
        if (payment != null && said.takenBack() != null) {
            follow(payment, RefundRequestState.TAKEN_BACK, RefundRequestState::isOpen);
        }
    }

    /**
     * Whoever has the request says no. A second click finds it done.
     *
     * @param done whether they have said so before, in the same words
     * @throws RefundRequestDecided if it does not wait for them, also where they have said so in other words, or if the money has begun to go back
     */
    private void decide(
            UUID payment,
            Predicate<RefundRequestRow> done,
            RefundRequestState from,
            RefundRequestState to,
            AccountId by,
            Runnable with) {
        transaction.executeWithoutResult(status -> {
            RefundRequestRow request = store.lock(payment).orElseThrow(() -> new NotFound("refund request"));
            if (request.state() == to && done.test(request)) {
                return;
            }
            if (request.state() != from || !isStillPaid(payment)) {
                throw new RefundRequestDecided();
            }
            with.run();
            move(request, to, by);
        });
    }

    private boolean isStillPaid(UUID payment) {
        return payments.find(payment).filter(PaymentRow::isRefundable).isPresent();
    }

    /** Moves a request if there is one, it stands where this concerns it, and the state machine knows the move. */
    private void follow(UUID payment, RefundRequestState to, Predicate<RefundRequestState> concerns) {
        transaction.executeWithoutResult(status -> store.lock(payment)
                .filter(request -> concerns.test(request.state()))
                .filter(request -> RefundRequestMoves.allows(request.state(), to))
                .ifPresent(request -> move(request, to, null)));
    }

    private void move(RefundRequestRow request, RefundRequestState to, @Nullable AccountId by) {
        if (!RefundRequestMoves.allows(request.state(), to)) {
            throw new IllegalStateException("A request does not go from " + request.state() + " to " + to);
        }
        Instant now = now();
        store.move(request.payment(), to, now);
        tell(payments.find(request.payment()).orElseThrow(), request.state(), to, by, now);
        audit(request.payment(), to, by);
    }

    private void tell(
            PaymentRow payment,
            @Nullable RefundRequestState from,
            RefundRequestState to,
            @Nullable AccountId by,
            Instant at) {
        events.append(new RefundRequestMoved(
                payment.id(),
                payment.buyer(),
                payment.seller(),
                payment.kind().code(),
                payment.price(),
                from == null ? null : from.code(),
                to.code(),
                by,
                payment.platform(),
                at));
    }

    private void audit(UUID payment, RefundRequestState to, @Nullable AccountId by) {
        audit.record(AuditAction.of("payments.refund_request", by, "payment:" + payment)
                .with("state", to.code()));
    }

    /** PostgreSQL keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
