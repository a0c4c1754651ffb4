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
import network.fanz.common.CommonEra;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Period;
import network.fanz.finance.payments.fees.Fees;
import network.fanz.finance.payments.machine.PaymentDriver;
import network.fanz.finance.payments.machine.PaymentRow;
import network.fanz.finance.payments.machine.PaymentStore;
import network.fanz.finance.payments.machine.PaymentsSettings;
import network.fanz.finance.payments.machine.Refunds;
import network.fanz.finance.payments.machine.Sales;
import network.fanz.finance.payments.machine.Waits;
import network.fanz.finance.payments.methods.Methods;
import network.fanz.finance.payments.reports.CreatorEarnings;
import network.fanz.finance.payments.reports.FinancialReport;
import network.fanz.finance.payments.reports.ReportStore;
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
    private final Sales sales;
    private final PaymentDriver driver;
    private final Waits waits;
    private final Refunds refunds;
    private final Fees fees;
    private final Methods methods;
    private final ReportStore reports;
    private final Wallets wallets;
    private final PaymentsSettings settings;

    Payments(
            PaymentStore store,
            Sales sales,
            PaymentDriver driver,
            Waits waits,
            Refunds refunds,
            Fees fees,
            Methods methods,
            ReportStore reports,
            Wallets wallets,
            PaymentsSettings settings) {
        this.store = store;
        this.sales = sales;
        this.driver = driver;
        this.waits = waits;
        this.refunds = refunds;
        this.fees = fees;
        this.methods = methods;
        this.reports = reports;
        this.wallets = wallets;
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
        PaymentRow made = sales.make(asked);
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
    public Optional<Payment> madeWith(AccountId buyer, String key) {
        return sales.madeWith(buyer, key).map(this::view);
    }

    /** @throws NotFound if there is none, or none that the caller may see */
    public Payment payment(UUID id, Caller caller) {
        return view(visible(id, caller));
    }

    /** The payment once it is finished, or as it is when the time is over; settings bound the time. */
    public Payment awaitPayment(UUID id, Caller caller, Duration time) {
        return view(waits.until(id, () -> visible(id, caller), time));
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
        List<PaymentRow> rows = store.newest(state, mark(after), limit + 1);
        List<PaymentRow> shown = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(
                shown.stream().map(this::view).toList(),
                rows.size() > limit
                        ? shown.getLast().createdAt() + "_" + shown.getLast().id()
                        : null);
    }

    private static PaymentStore.@Nullable Mark mark(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        try {
            int cut = Math.max(after.indexOf('_'), 0);
            return new PaymentStore.Mark(
                    CommonEra.check("after", Instant.parse(after.substring(0, cut))),
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
        return view(refunds.ask(id, caller));
    }

    /**
     * Refuses a price that nobody can pay here.
     *
     * @param field the field to blame
     */
    public void checkPrice(String field, Money price) {
        sales.checkPrice(field, price);
    }

    /** Saved cards of an account, newest first: brand and last four digits, no number. */
    public List<SavedMethod> methods(AccountId account) {
        return methods.of(account);
    }

    /** Forgets a saved card. */
    public void removeMethod(AccountId account, UUID method) {
        methods.remove(account, method);
    }

    /** What somebody has here, by the ledger. */
    public Wallet wallet(AccountId owner) {
        return wallets.of(owner);
    }

    /** A part of somebody's wallet, entry by entry with the running balance, newest first. */
    public Page<WalletLine> statement(AccountId owner, Wallet.Part part, @Nullable String after) {
        return wallets.statement(owner, part, null, after);
    }

    /** @param period when the entries were booked; null for ever */
    public Page<WalletLine> statement(
            AccountId owner, Wallet.Part part, @Nullable Period period, @Nullable String after) {
        return wallets.statement(owner, part, period, after);
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

    private PaymentRow visible(UUID id, Caller caller) {
        PaymentRow payment = store.find(id).orElseThrow(() -> new NotFound("payment"));
        if (!payment.mayBeSeenBy(caller)) {
            throw new NotFound("payment");
        }
        return payment;
    }

    private Payment view(PaymentRow payment) {
        return payment.view(settings.descriptor());
    }
}
