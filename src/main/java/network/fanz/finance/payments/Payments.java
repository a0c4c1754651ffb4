package network.fanz.finance.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Caller;
import network.fanz.common.Forbidden;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Period;
import network.fanz.common.Problem;
import network.fanz.common.Role;
import network.fanz.finance.payments.events.RefundRequested;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Action;
import network.fanz.security.audit.Audit;
import network.fanz.security.fraud.Assessment;
import network.fanz.security.fraud.Fraud;
import network.fanz.security.fraud.RiskyTransaction;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.Identity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes money from fans for creators, and gives it back. */
@Component
public class Payments {
    private static final Logger LOG = LoggerFactory.getLogger(Payments.class);

    /** For payments that another node moves, which this one is not told of. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final PaymentStore store;
    private final PaymentDriver driver;
    private final Drives drives;
    private final Providers providers;
    private final Fees fees;
    private final Methods methods;
    private final ReportStore reports;
    private final Wallets wallets;
    private final Fraud fraud;
    private final Identity identity;
    private final Events events;
    private final Audit audit;
    private final PaymentsSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    Payments(
            PaymentStore store,
            PaymentDriver driver,
            Drives drives,
            Providers providers,
            Fees fees,
            Methods methods,
            ReportStore reports,
            Wallets wallets,
            Fraud fraud,
            Identity identity,
            Events events,
            Audit audit,
            PaymentsSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.driver = driver;
        this.drives = drives;
        this.providers = providers;
        this.fees = fees;
        this.methods = methods;
        this.reports = reports;
        this.wallets = wallets;
        this.fraud = fraud;
        this.identity = identity;
        this.events = events;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Makes a payment and takes it as far as it goes by itself: to the provider's page ({@link Payment#nextUrl}), to a bank's answer,
     * or to a no. The same buyer and key always give the same payment. Emits {@code fraudDetected} and {@code payment_failed} when the
     * risk declines it, later {@code payment_settled} or {@code payment_failed}.
     *
     * <p>Blocked addresses never get here: the limits' filter refuses them whatever moves money. Until its answer it costs two accounts, one commit for payment, assessment and audit together, the
     * provider's call, and one commit for AUTHORISING.
     *
     * @throws SellerNotEligible if the seller cannot be paid
     * @throws OwnPayment if buyer and seller are the same
     * @throws PaymentDiffers if the key was used for something else
     * @throws InvalidField if the price is out of bounds, or the saved card is not the buyer's
     */
    public Payment processTransaction(NewPayment asked) {
        Account buyer = active(asked.buyer());
        check(asked);
        PaymentRow created = create(row(asked), buyer, asked);
        if (created.state() != PaymentState.CREATED) {
            return view(created);
        }
        try {
            return view(driver.drive(created));
        } catch (RuntimeException failed) {
            LOG.warn("Payment {} goes on later", created.id(), failed);
            return view(created);
        }
    }

    /** @throws NotFound if there is none, or none that the caller may see */
    public Payment payment(UUID id, Caller caller) {
        return view(visible(id, caller));
    }

    /** The payment once it is finished, or as it is when the time is over; settings bound the time. */
    public Payment awaitPayment(UUID id, Caller caller, Duration time) {
        Instant until = clock.instant().plus(time.compareTo(settings.waitMax()) < 0 ? time : settings.waitMax());
        PaymentRow payment = visible(id, caller);
        CompletableFuture<PaymentRow> watched = drives.watch(id);
        try {
            // Read again behind the watch: what moved in between would never be told.
            payment = store.find(id).orElseThrow();
            while (!PaymentTransitions.isFinal(payment.state())
                    && clock.instant().isBefore(until)) {
                Optional<PaymentRow> moved = drives.await(watched, LOOK_EVERY);
                watched = moved.isPresent() ? drives.watch(id) : watched;
                payment = moved.isPresent() ? moved.get() : store.find(id).orElseThrow();
            }
        } finally {
            drives.unwatch(id, watched);
        }
        return view(payment);
    }

    /** What a buyer has paid or tried to, newest first. */
    public List<Payment> paymentsOf(AccountId buyer, int limit) {
        return store.ofBuyer(buyer, limit).stream().map(this::view).toList();
    }

    /**
     * Gives a settled payment back in full: asked for by its creator, or by finance staff. The ledger takes its posting back first,
     * then the provider pays. A second call answers the same. Emits {@code refund_requested}, then {@code payment_refunded}.
     *
     * @throws NotRefundable if the payment is not settled
     */
    public Payment refund(UUID id, Caller caller) {
        PaymentRow payment = store.find(id).orElseThrow(() -> new NotFound("payment"));
        boolean staff = caller.has(Role.FINANCE) || caller.has(Role.ADMINISTRATOR);
        if (!staff && !caller.is(payment.seller())) {
            if (caller.is(payment.buyer())) {
                throw new Forbidden("Ask the creator for a refund.");
            }
            throw new NotFound("payment");
        }
        return switch (payment.state()) {
            case SETTLED -> view(startRefund(payment, caller.signedIn()));
            case REFUNDING, REFUNDED -> view(payment);
            case CREATED, AUTHORISING, AUTHORISED, UNKNOWN, POSTED, DECLINED -> throw new NotRefundable();
        };
    }

    /** Saved cards of an account, newest first: brand and last four digits, no number. */
    public List<SavedMethod> methods(AccountId account) {
        return methods.of(account);
    }

    /** Forgets a saved card. */
    public void removeMethod(AccountId account, UUID method) {
        transaction.executeWithoutResult(status -> {
            if (!methods.remove(account, method)) {
                throw new NotFound("saved card");
            }
            audit.record(Action.of("payments.remove_method", account, "method:" + method));
        });
    }

    /** What somebody has here, by the ledger. */
    public Wallet wallet(AccountId owner) {
        return wallets.of(owner);
    }

    /** A part of somebody's wallet, entry by entry with the running balance, newest first. */
    public Page<WalletLine> statement(AccountId owner, Wallet.Part part, @Nullable String after) {
        return wallets.statement(owner, part, after);
    }

    /** The fee tables, newest first. */
    public List<FeeTable> fees() {
        return fees.all();
    }

    /** The table that holds now. */
    public FeeTable currentFees() {
        return fees.current();
    }

    /** Sets a new fee table, which begins to hold a minute from now at the earliest. */
    public FeeTable setFees(Map<PaymentKind, Integer> basisPoints, Instant effectiveFrom, AccountId by) {
        return fees.set(basisPoints, effectiveFrom, by);
    }

    /** @param kind null for all kinds */
    public Revenue getRevenue(@Nullable PaymentKind kind, Period period) {
        return reports.revenue(kind, settings.currency(), period);
    }

    public TransactionVolume getTransactionVolume(Period period) {
        return reports.volume(settings.currency(), period);
    }

    public CreatorEarnings getAverageCreatorEarnings(Period period) {
        return reports.earnings(settings.currency(), period);
    }

    /** All of these for one period; each figure is the sum of the ledger's entries for payments and their refunds. */
    public FinancialReport generateFinancialReport(Period period) {
        List<Revenue> byKind = Arrays.stream(PaymentKind.values())
                .map(kind -> getRevenue(kind, period))
                .toList();
        return new FinancialReport(
                period,
                byKind,
                getRevenue(null, period),
                getTransactionVolume(period),
                getAverageCreatorEarnings(period));
    }

    /** What people pay in. */
    public Asset currency() {
        return settings.currency();
    }

    private PaymentRow visible(UUID id, Caller caller) {
        PaymentRow payment = store.find(id).orElseThrow(() -> new NotFound("payment"));
        boolean staff = caller.has(Role.FINANCE) || caller.has(Role.ADMINISTRATOR);
        if (!staff && !caller.is(payment.buyer()) && !caller.is(payment.seller())) {
            throw new NotFound("payment");
        }
        return payment;
    }

    private PaymentRow create(PaymentRow fresh, Account buyer, NewPayment asked) {
        try {
            return transaction.execute(status -> insert(fresh, asked, () -> assess(fresh, buyer, asked)));
        } catch (Problem problem) {
            throw problem;
        } catch (RuntimeException failed) {
            LOG.error("The risk of payment {} could not be assessed: it is declined", fresh.id(), failed);
            return transaction.execute(
                    status -> insert(fresh, asked, () -> driver.refuse(fresh, DeclineReason.RISK_NOT_ASSESSED)));
        }
    }

    private PaymentRow insert(PaymentRow fresh, NewPayment asked, Supplier<PaymentRow> then) {
        if (!store.insert(fresh, fresh.createdAt().plus(settings.retryDelay()))) {
            PaymentRow earlier = store.find(fresh.id()).orElseThrow();
            if (!earlier.asksTheSameAs(fresh)) {
                throw new PaymentDiffers();
            }
            return earlier;
        }
        PaymentRow judged = then.get();
        audit.record(Action.of("payments.process", asked.buyer(), "payment:" + fresh.id())
                .with("kind", fresh.kind().word())
                .with("price", fresh.price().units().toString())
                .with("asset", fresh.price().asset().toString()));
        return judged;
    }

    private PaymentRow assess(PaymentRow fresh, Account buyer, NewPayment asked) {
        Assessment assessment = fraud.assessTransactionRisk(new RiskyTransaction(
                fresh.id(),
                buyer.id(),
                fresh.seller(),
                fresh.price(),
                buyer.registeredAt(),
                buyer.country(),
                asked.origin().country(),
                asked.origin().platform()));
        return assessment.riskLevel().declines() ? driver.refuse(fresh, DeclineReason.FRAUD_RISK) : fresh;
    }

    private void check(NewPayment asked) {
        if (asked.buyer().equals(asked.seller())) {
            throw new OwnPayment();
        }
        Account seller = identity.account(asked.seller()).orElseThrow(SellerNotEligible::new);
        if (!seller.roles().contains(Role.CREATOR) || seller.state() != AccountState.ACTIVE || !seller.secondFactor()) {
            throw new SellerNotEligible();
        }
        checkPrice("amount", asked.price());
        if (asked.method() != null && !methods.has(asked.buyer(), asked.method())) {
            throw new InvalidField("method", "There is no such saved card.");
        }
    }

    /**
     * Refuses a price that nobody can pay here.
     *
     * @param field the field to blame
     */
    public void checkPrice(String field, Money price) {
        Money least = new Money(settings.currency(), settings.amountMin());
        Money most = new Money(settings.currency(), settings.amountMax());
        if (!price.asset().equals(settings.currency())) {
            throw new InvalidField(field, "Amounts are in " + settings.currency() + ".");
        }
        if (price.compareTo(least) < 0 || price.compareTo(most) > 0) {
            throw new InvalidField(field, "An amount lies between " + least + " and " + most + ".");
        }
    }

    private Account active(AccountId id) {
        return identity.account(id)
                .filter(account -> account.state() == AccountState.ACTIVE)
                .orElseThrow(() -> new Forbidden("This account cannot pay."));
    }

    private PaymentRow row(NewPayment asked) {
        FeeTable table = fees.current();
        Money fee = table.fee(asked.kind(), asked.price());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new PaymentRow(
                Ids.derived("payments", asked.buyer() + ":" + asked.key()),
                asked.buyer(),
                asked.seller(),
                asked.kind(),
                asked.item(),
                asked.price(),
                fee,
                asked.price().minus(fee),
                table.version(),
                PaymentState.CREATED,
                1,
                null,
                providers.chosen().name(),
                asked.method(),
                null,
                null,
                asked.origin().platform(),
                0,
                now,
                now,
                null,
                null);
    }

    private PaymentRow startRefund(PaymentRow payment, AccountId by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        transaction.executeWithoutResult(status -> {
            Move refunding = Move.to(PaymentState.REFUNDING, now.plus(settings.retryDelay()));
            if (store.move(payment, refunding, now).isEmpty()) {
                throw new NotRefundable();
            }
            events.append(new RefundRequested(payment.id(), by, payment.price(), now));
            audit.record(Action.of("payments.refund", by, "payment:" + payment.id())
                    .with("price", payment.price().units().toString()));
        });
        try {
            return driver.drive(payment.id(), null);
        } catch (RuntimeException failed) {
            LOG.warn("The refund of payment {} goes on later", payment.id(), failed);
            return store.find(payment.id()).orElseThrow();
        }
    }

    private Payment view(PaymentRow payment) {
        return payment.view(settings.descriptor());
    }
}
