package network.fanz.finance.payments;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Period;
import network.fanz.common.TimestampRange;
import network.fanz.finance.payments.fees.FeeTables;
import network.fanz.finance.payments.lifecycle.PaymentCreation;
import network.fanz.finance.payments.lifecycle.PaymentDriver;
import network.fanz.finance.payments.lifecycle.PaymentRow;
import network.fanz.finance.payments.lifecycle.PaymentStore;
import network.fanz.finance.payments.lifecycle.PaymentWaiters;
import network.fanz.finance.payments.lifecycle.PaymentsSettings;
import network.fanz.finance.payments.lifecycle.RefundCreation;
import network.fanz.finance.payments.methods.PaymentMethods;
import network.fanz.finance.payments.reports.CreatorEarnings;
import network.fanz.finance.payments.reports.FinancialReport;
import network.fanz.finance.payments.reports.FinancialReportStore;
import network.fanz.finance.payments.reports.Revenue;
import network.fanz.finance.payments.reports.TransactionVolume;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes money from fans for creators, and gives it back. */
@Component
public class Payments {
    private static final Logger LOG = LoggerFactory.getLogger(Payments.class);

    private final PaymentStore store;
    private final PaymentCreation creation;
    private final PaymentDriver driver;
    private final PaymentWaiters waiters;
    private final RefundCreation refundCreation;
    private final FeeTables fees;
    private final PaymentMethods methods;
    private final FinancialReportStore reports;
    private final WalletQueries walletQueries;
    private final PaymentsSettings settings;

    Payments(
            PaymentStore store,
            PaymentCreation paymentCreation,
            PaymentDriver driver,
            PaymentWaiters paymentWaiters,
            RefundCreation refundCreation,
            FeeTables fees,
            PaymentMethods methods,
            FinancialReportStore reports,
            WalletQueries walletQueries,
            PaymentsSettings settings) {
        this.store = store;
        this.creation = paymentCreation;
        this.driver = driver;
        this.waiters = paymentWaiters;
        this.refundCreation = refundCreation;
        this.fees = fees;
        this.methods = methods;
        this.reports = reports;
        this.walletQueries = walletQueries;
        this.settings = settings;
    }

    /**
     * Makes a payment and takes it as far as it goes by itself: to the provider's page ({@link Payment#nextUrl}), to a bank's answer,
     * or to a no. The same buyer and key always give the same payment. Emits {@code fraudDetected} and {@code payment_failed} when the
     * risk declines it, later {@code payment_settled} or {@code payment_failed}.
     *
     * <p>Blocked addresses never get here: the limits' filter refuses them whatever moves money. Until its answer it costs one look at the
     * two accounts, one commit for payment, assessment and audit together, the provider's call, and one commit for AUTHORISING.
     *
     * @throws SellerNotEligible if the seller cannot be paid
     * @throws OwnPayment if buyer and seller are the same
     * @throws PaymentDiffers if the key was used for something else
     * @throws InvalidField if the price is out of bounds, or the saved card is not the buyer's
     */
    public Payment processTransaction(NewPayment asked) {
        PaymentRow made = creation.findOrCreate(asked);
        if (made.state() != PaymentState.CREATED) {
            return view(made);
        }
        try {
            return view(driver.drive(made));
        } catch (RuntimeException failed) {
            LOG.warn("Payment {} goes on later", made.id(), failed);
            return view(made);
        }
    }

    /** What a buyer has paid or tried to pay with a key: for whoever asks again for what is no longer offered. */
    public Optional<Payment> findByKey(AccountId buyer, String key) {
        return creation.findByKey(buyer, key).map(this::view);
    }

    /** @throws NotFound if there is none, or none that the caller may see */
    public Payment payment(UUID id, Caller caller) {
        return view(findVisible(id, caller));
    }

    /** The payment once it is finished, or as it is when the time is over; settings bound the time. */
    public Payment awaitPayment(UUID id, Caller caller, Duration time) {
        return view(waiters.awaitFinal(id, () -> findVisible(id, caller), time));
    }

    /** What a buyer has paid or tried to, newest first. */
    public List<Payment> paymentsOf(AccountId buyer, int limit) {
        return paymentsOf(buyer, null, limit);
    }

    /** @param period when they were begun; null for ever */
    public List<Payment> paymentsOf(AccountId buyer, @Nullable Period period, int limit) {
        return store.ofBuyer(buyer, period, limit).stream().map(this::view).toList();
    }

    /**
     * All payments, newest first, for finance staff.
     *
     * @param state null for any
     * @param after what the page before gave as next; null for the first
     * @throws InvalidField if after is not what a page gave
     */
    public Page<Payment> allPayments(@Nullable PaymentState state, @Nullable String after, int limit) {
        List<PaymentRow> rows = store.newest(state, parseCursor(after), limit + 1);
        List<PaymentRow> shown = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(
                shown.stream().map(this::view).toList(),
                rows.size() > limit
                        ? shown.getLast().createdAt() + "_" + shown.getLast().id()
                        : null);
    }

    private static PaymentStore.@Nullable PaymentCursor parseCursor(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        try {
            int cut = Math.max(after.indexOf('_'), 0);
            return new PaymentStore.PaymentCursor(
                    TimestampRange.check("after", Instant.parse(after.substring(0, cut))),
                    UUID.fromString(after.substring(cut + 1)));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw new InvalidField("after", "Send what the page before gave as next.");
        }
    }

    /**
     * Gives a settled payment back in full: asked for by its creator, or by finance staff. The ledger takes its posting back first,
     * then the provider pays. A second call answers the same. Emits {@code refund_requested}, then {@code payment_refunded} or
     * {@code refund_refused}.
     *
     * @throws NotRefundable if the payment is not settled
     */
    public Payment refund(UUID id, Caller caller) {
        return view(refundCreation.request(id, caller));
    }

    /**
     * Refuses a price that nobody can pay here.
     *
     * @param field the field to blame
     */
    public void checkPrice(String field, Money price) {
        creation.checkPrice(field, price);
    }

    /** Saved cards of an account, newest first: brand and last four digits, no number. */
    public List<PaymentMethod> methods(AccountId account) {
        return methods.of(account);
    }

    /** Forgets a saved card. */
    public void removeMethod(AccountId account, UUID method) {
        methods.remove(account, method);
    }

    /** What somebody has here, by the ledger. */
    public Wallet wallet(AccountId owner) {
        return walletQueries.wallet(owner);
    }

    /** A part of somebody's wallet, entry by entry with the running balance, newest first. */
    public Page<WalletLine> statement(AccountId owner, WalletSection section, @Nullable String after) {
        return walletQueries.statement(owner, section, null, after);
    }

    /** @param period when the entries were booked; null for ever */
    public Page<WalletLine> statement(
            AccountId owner, WalletSection section, @Nullable Period period, @Nullable String after) {
        return walletQueries.statement(owner, section, period, after);
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

    /**
     * All of these for one period; each figure is the sum of the ledger's entries for payments and their refunds.
     * A refund that the provider refused is in the ledger twice, out and in again, and in no figure: where a period ends between the two
     * its entries differ from the figures by that payment.
     */
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

    private PaymentRow findVisible(UUID id, Caller caller) {
        PaymentRow payment = store.find(id).orElseThrow(() -> new NotFound("payment"));
        if (!payment.isVisibleTo(caller)) {
            throw new NotFound("payment");
        }
        return payment;
    }

    private Payment view(PaymentRow payment) {
        return payment.toPayment(settings.descriptor());
    }
}
