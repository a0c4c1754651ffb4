package network.fanz.finance.payments;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Forbidden;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Role;
import network.fanz.common.Steady;
import network.fanz.finance.payments.lifecycle.PaymentRow;
import network.fanz.finance.payments.lifecycle.PaymentStore;
import network.fanz.finance.payments.requests.RefundRequestRow;
import network.fanz.finance.payments.requests.RefundRequestSettings;
import network.fanz.finance.payments.requests.RefundRequestSteps;
import network.fanz.finance.payments.requests.RefundRequestStore;
import network.fanz.finance.payments.requests.RefundRequestWords;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.AccountSummary;
import network.fanz.security.identity.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What fans ask back. Its creator sees a request first; what they decline, or leave, goes to finance staff. Giving back is
 * {@link Payments#refund}, here as everywhere, and the request follows.
 */
@Component
public class RefundRequests {
    /** How long what somebody writes may be. */
    public static final int WORDS_MAX = RefundRequestWords.LENGTH_MAX;

    private static final int LISTED_MAX = 100;

    private final PaymentQueries queries;
    private final Identity identity;
    private final PaymentStore payments;
    private final RefundRequestStore store;
    private final RefundRequestSteps steps;
    private final RefundRequestWords words;
    private final RefundRequestSettings settings;
    private final Clock clock;

    RefundRequests(
            PaymentQueries queries,
            Identity identity,
            PaymentStore payments,
            RefundRequestStore store,
            RefundRequestSteps steps,
            RefundRequestWords words,
            RefundRequestSettings settings,
            @Steady Clock clock) {
        this.queries = queries;
        this.identity = identity;
        this.payments = payments;
        this.store = store;
        this.steps = steps;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Asks for a payment to be given back; its buyer alone may. A payment has one request: asked again in the same words, that one is
     * answered as it stands.
     * Emits {@code refund_request_moved}.
     *
     * @param reason a paragraph
     * @throws NotFound if there is no such payment of the caller's
     * @throws RefundNotAskable if it is not paid, is going back already, or was paid too long ago, and if its request was
     *     withdrawn or says something else
     * @throws InvalidField if the reason is empty or too long
     */
    public RefundRequest ask(UUID id, String reason, Caller caller) {
        PaymentRow payment = ownPurchase(id, caller);
        if (store.find(id).isEmpty()) {
            if (!payment.isRefundable()) {
                throw RefundNotAskable.notPaid();
            }
            if (isTooLate(payment.postedAt())) {
                throw RefundNotAskable.tooLate(settings.askedWithin());
            }
            steps.ask(payment, reason, whomFirst(payment.seller()));
        }
        RefundRequestRow stands = store.find(id).orElseThrow(RefundNotAskable::notPaid);
        if (stands.state() == RefundRequestState.WITHDRAWN) {
            throw RefundNotAskable.withdrawn();
        }
        if (!words.areSame("reason", reason, stands.buyer(), stands.reason())) {
            throw RefundNotAskable.asked();
        }
        return view(stands, payment);
    }

    /** Where the creator's account is suspended or closed, or is no creator's any more, nobody could answer: finance staff have it at once. */
    private RefundRequestState whomFirst(AccountId creator) {
        AccountSummary summary = identity.summaries(List.of(creator)).get(creator);
        return summary != null
                        && summary.state() == AccountState.ACTIVE
                        && summary.roles().contains(Role.CREATOR)
                ? RefundRequestState.WITH_CREATOR
                : RefundRequestState.WITH_FINANCE;
    }

    /** Whether the buyer may ask for it now. */
    public boolean askable(Payment payment) {
        return payment.refundable()
                && !isTooLate(payment.settledAt())
                && store.find(payment.id()).isEmpty();
    }

    /** Until when a payment's buyer may ask for it. */
    public Instant askableUntil(Instant settledAt) {
        return settledAt.plus(settings.askedWithin());
    }

    /** A time of settling that lies ahead was written under a clock that was ahead: who has just paid is not too late. */
    private boolean isTooLate(@Nullable Instant settledAt) {
        return settledAt == null || askableUntil(settledAt).isBefore(clock.instant());
    }

    /**
     * The request for a payment, for whoever may see the payment.
     *
     * @throws NotFound if the caller may not see the payment
     */
    public Optional<RefundRequest> of(UUID id, Caller caller) {
        PaymentRow payment = queries.payment(id, caller);
        return store.find(id).map(request -> view(request, payment));
    }

    /**
     * The creator or finance staff say no, each while it waits for them. Emits {@code refund_request_moved}.
     *
     * @param answer a paragraph, which the buyer reads
     * @throws RefundRequestDecided if it does not wait for them any more; said again in the same words it is answered as it stands
     */
    public RefundRequest decline(UUID id, String answer, Caller caller) {
        PaymentRow payment = queries.payment(id, caller);
        if (caller.is(payment.seller())) {
            steps.declineAsCreator(id, caller.requireAccount(), answer);
        } else if (payment.isDecidedBy(caller)) {
            steps.declineAsFinance(id, caller.requireAccount(), answer);
        } else {
            throw new Forbidden("The creator and finance staff decide on a request, and nobody on their own.");
        }
        return view(store.find(id).orElseThrow(), payment);
    }

    /**
     * The buyer asks no longer. Asked again it answers the same. Emits {@code refund_request_moved}.
     *
     * @throws RefundRequestDecided if it is decided already
     */
    public RefundRequest withdraw(UUID id, Caller caller) {
        PaymentRow payment = ownPurchase(id, caller);
        steps.withdraw(id, caller.requireAccount());
        return view(store.find(id).orElseThrow(), payment);
    }

    /** Which of these payments their buyer has asked back, and nobody has decided yet. */
    public Set<UUID> undecided(List<Payment> of, AccountId buyer) {
        return of.isEmpty()
                ? Set.of()
                : store.undecided(of.stream().map(Payment::id).toList(), buyer);
    }

    /** Those that wait for a creator, the oldest first; at most a hundred. */
    public List<RefundRequest> waitingFor(AccountId creator) {
        return views(store.waiting(RefundRequestState.WITH_CREATOR, creator, LISTED_MAX));
    }

    /** Those that wait for finance staff, the longest waiting first; at most a hundred. */
    public List<RefundRequest> waitingForFinance() {
        return views(store.waiting(RefundRequestState.WITH_FINANCE, null, LISTED_MAX));
    }

    /** How many wait for finance staff, a hundred at the most. */
    public RefundRequestCount countWithFinance() {
        return store.countWithFinance(clock.instant().minus(settings.financeAnswersWithin()));
    }

    private PaymentRow ownPurchase(UUID id, Caller caller) {
        PaymentRow payment = queries.payment(id, caller);
        if (!caller.is(payment.buyer())) {
            throw new NotFound("payment");
        }
        return payment;
    }

    private List<RefundRequest> views(List<RefundRequestRow> rows) {
        Map<UUID, PaymentRow> found = payments
                .findAll(rows.stream().map(RefundRequestRow::payment).toList())
                .stream()
                .collect(Collectors.toMap(PaymentRow::id, Function.identity()));
        return rows.stream()
                .map(row -> view(row, Objects.requireNonNull(found.get(row.payment()))))
                .toList();
    }

    private RefundRequest view(RefundRequestRow row, PaymentRow payment) {
        byte[] creators = row.creatorsWords();
        byte[] finances = row.financesWords();
        AccountId financier = row.financier();
        return new RefundRequest(
                row.payment(),
                row.buyer(),
                row.seller(),
                payment.kind(),
                payment.price(),
                row.state(),
                words.open(row.buyer(), row.reason()),
                creators == null ? null : words.open(row.seller(), creators),
                finances == null || financier == null ? null : words.open(financier, finances),
                row.askedAt(),
                row.movedAt(),
                dueAt(row));
    }

    private @Nullable Instant dueAt(RefundRequestRow row) {
        return switch (row.state()) {
            case WITH_CREATOR -> row.movedAt().plus(settings.creatorAnswersWithin());
            case WITH_FINANCE ->
                Objects.requireNonNullElse(row.withFinanceSince(), row.movedAt())
                        .plus(settings.financeAnswersWithin());
            case GIVING_BACK, GIVEN_BACK, DECLINED, WITHDRAWN, TAKEN_BACK, NOT_POSSIBLE -> null;
        };
    }
}
