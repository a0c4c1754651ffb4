package network.fanz.finance.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Period;
import network.fanz.finance.payments.fees.FeeTables;
import network.fanz.finance.payments.lifecycle.OpenCheckouts;
import network.fanz.finance.payments.lifecycle.PaymentCreation;
import network.fanz.finance.payments.lifecycle.PaymentRow;
import network.fanz.finance.payments.lifecycle.RefundCreation;
import network.fanz.finance.payments.methods.PaymentMethods;
import network.fanz.finance.payments.reports.CreatorEarnings;
import network.fanz.finance.payments.reports.FinancialReport;
import network.fanz.finance.payments.reports.PaymentReports;
import network.fanz.finance.payments.reports.Revenue;
import network.fanz.finance.payments.reports.TransactionVolume;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes money from fans for creators, and gives it back. */
@Component
public class Payments {
    private final PaymentCreation creation;
    private final RefundCreation refundCreation;
    private final PaymentQueries queries;
    private final FeeTables fees;
    private final PaymentMethods methods;
    private final PaymentReports reports;
    private final WalletQueries walletQueries;
    private final OpenCheckouts openCheckouts;

    Payments(
            PaymentCreation creation,
            RefundCreation refundCreation,
            PaymentQueries queries,
            FeeTables fees,
            PaymentMethods methods,
            PaymentReports reports,
            WalletQueries walletQueries,
            OpenCheckouts openCheckouts) {
        this.creation = creation;
        this.refundCreation = refundCreation;
        this.queries = queries;
        this.fees = fees;
        this.methods = methods;
        this.reports = reports;
        this.walletQueries = walletQueries;
        this.openCheckouts = openCheckouts;
    }

    /**
     * Makes a payment and takes it as far as it goes by itself: to the provider's page ({@link Payment#nextUrl}), to a bank's answer,
     * or to a no. The same buyer and key always give the same payment. Emits {@code fraudDetected} and {@code payment_failed} when the
     * risk declines it. Otherwise it emits {@code payment_settled} or {@code payment_failed} when it comes to its end.
     *
     * <p>The limits' filter refuses requests of blocked addresses before they come here. Until its answer a payment costs one look at the
     * two accounts, one commit for payment, assessment and audit together, the provider's call, and one commit for AUTHORISING.
     *
     * @throws SellerNotEligible if the seller cannot be paid
     * @throws OwnPayment if buyer and seller are the same
     * @throws PaymentDiffers if the key was used for something else
     * @throws InvalidField if the price is out of bounds, or the saved card is not the buyer's
     */
    public Payment processTransaction(NewPayment request) {
        return view(creation.request(request));
    }

    /** What a buyer has paid or tried to pay with a key, also where that is no longer offered. */
    public Optional<Payment> findByKey(AccountId buyer, String key) {
        return creation.findByKey(buyer, key).map(this::view);
    }

    /** @throws NotFound if there is none, or none that the caller may see */
    public Payment payment(UUID id, Caller caller) {
        return view(queries.payment(id, caller), caller);
    }

    /** The payment once it is finished, or as it is when the time is over; settings bound the time. */
    public Payment awaitPayment(UUID id, Caller caller, Duration time) {
        return view(queries.awaitPayment(id, caller, time), caller);
    }

    /**
     * The payment for its buyer's page: waits a moment for news, and if there is none asks the provider, whose message may be late or
     * lost. What the provider answers moves the payment as its message would.
     */
    public Payment awaitNews(UUID id, Caller caller) {
        return view(openCheckouts.ask(queries.awaitPayment(id, caller, OpenCheckouts.MESSAGE_TIME)), caller);
    }

    /**
     * The card that a settled payment was made with; empty where the provider has not said, or where the buyer has been erased. For the
     * buyer's own eyes.
     */
    public Optional<CardUsed> cardOf(UUID payment, AccountId buyer) {
        return queries.cardOf(payment, buyer);
    }

    /**
     * What buyers have written with tips, by payment: each buyer and finance staff read it at once, its creator once the tip is paid. Where
     * the writer has left, so has the text.
     */
    public Map<UUID, TipMessage> messages(List<Payment> of, Caller reader) {
        return queries.messages(of, reader);
    }

    /** What an account reads of a payment's message as its buyer or seller. */
    public Optional<TipMessage> messageOf(UUID payment, AccountId reader) {
        return queries.messageOf(payment, reader, descriptor());
    }

    /** Until when a payment waits for its buyer's card; it ends by itself then. */
    public Instant openUntil(Payment payment) {
        return openCheckouts.until(payment.createdAt());
    }

    /**
     * Ends a payment that waits for its buyer's card; its buyer alone may ask for that. A second call answers the same. If a card has been
     * entered at that moment, the payment goes on instead, and the answer says so. Emits {@code payment_failed}.
     *
     * @throws NotFound if there is none, or none that the caller may see
     * @throws NotCancellable if it does not wait for a card any more
     */
    public Payment cancel(UUID id, Caller caller) {
        return view(openCheckouts.cancel(id, caller), caller);
    }

    /**
     * What a buyer has paid or tried to, newest first.
     *
     * @param period when they were begun; null for ever
     * @param after what the page before gave as next; null for the first
     * @throws InvalidField if after is not what a page gave
     */
    public Page<Payment> paymentsOf(AccountId buyer, @Nullable Period period, @Nullable String after, int limit) {
        return queries.ofBuyer(buyer, period, after, limit).map(this::view);
    }

    /**
     * What a creator was paid, also what went back; the latest first.
     *
     * @param after what the page before gave as next; null for the first
     * @throws InvalidField if after is not what a page gave
     */
    public Page<Payment> salesOf(AccountId seller, @Nullable String after, int limit) {
        return queries.ofSeller(seller, after, limit).map(this::view);
    }

    /** What a creator was paid on each day since then on which something was paid that did not go back, oldest first. */
    public List<DayOfSales> salesByDay(AccountId seller, Instant since) {
        return queries.salesByDay(seller, currency(), since);
    }

    /**
     * What providers said of a payment that no transition answers, newest first, for finance staff.
     *
     * @throws NotFound if there is no such payment, or if the caller is not of the finance staff
     */
    public List<UnexpectedMessage> unexpectedMessages(UUID id, Caller caller) {
        return queries.unexpectedMessages(id, caller);
    }

    /**
     * Whether a buyer has a payment for the same item, made with another key, that a bank may already have paid and has not answered. Who
     * pays all the same is refused by {@link NewPayment#onlyIfAnswered}, and then no two payments at once pass.
     */
    public boolean isUnanswered(AccountId buyer, UUID item, String key) {
        return creation.isUnanswered(buyer, item, key);
    }

    /** Whether a buyer has paid for an item by a payment that another key made, and the money has not gone back. */
    public boolean isPaidFor(AccountId buyer, UUID item, String key) {
        return creation.isPaidFor(buyer, item, key);
    }

    /**
     * Payments, newest first, for finance staff.
     *
     * @param after what the page before gave as next; null for the first
     * @throws InvalidField if after is not what a page gave
     */
    public Page<Payment> find(PaymentFilter filter, @Nullable String after, int limit) {
        return queries.find(filter, after, limit).map(this::view);
    }

    /**
     * Where a payment is at its provider, for finance staff.
     *
     * @throws NotFound if there is no such payment, or if the caller is not of the finance staff
     */
    public PaymentAtProvider atProvider(UUID id, Caller caller) {
        return queries.atProvider(id, caller);
    }

    /**
     * How a payment came to where it stands, newest first, for finance staff.
     *
     * @param after what the page before gave as next; null for the first
     * @throws NotFound if there is no such payment, or if the caller is not of the finance staff
     * @throws InvalidField if after is not what a page gave
     */
    public Page<PaymentHistoryEntry> history(UUID id, @Nullable String after, Caller caller) {
        return queries.history(id, after, caller);
    }

    /**
     * Gives a settled payment back in full. Its creator may ask for that, and finance staff who have not bought it. The ledger reverses its posting first, then
     * the provider pays. A second call answers the same. Emits {@code refund_requested}, then {@code payment_refunded} or
     * {@code refund_refused}.
     *
     * @throws network.fanz.common.Forbidden if the caller is neither
     * @throws NotRefundable if the payment is not settled
     * @throws PaymentTakenBack if its provider has said that its money goes back without us, such as by a dispute
     */
    public Payment refund(UUID id, Caller caller) {
        return view(refundCreation.request(id, caller), caller);
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

    /** What an account has here, as the ledger says it. */
    public Wallet wallet(AccountId owner) {
        return walletQueries.wallet(owner);
    }

    /** A part of an account's wallet, entry by entry with the running balance, newest first. */
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
        return reports.revenue(kind, currency(), period);
    }

    public TransactionVolume getTransactionVolume(Period period) {
        return reports.volume(currency(), period);
    }

    public CreatorEarnings getAverageCreatorEarnings(Period period) {
        return reports.earnings(currency(), period);
    }

    /**
     * Revenue, volume and earnings of one period. Each figure is the sum of the ledger's entries for payments and their refunds.
     * A refund that the provider refused is in the ledger twice, out and in again, and in no figure: if a period ends between these two
     * entries, the ledger and the figures differ by that payment.
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

    /**
     * What each creator earned in a period, whoever earned most first; the totals are those of {@link #getRevenue} for all kinds.
     *
     * @param after what the page before gave as next; null for the first
     * @throws InvalidField if after is not what a page gave
     */
    public EarningsByCreator earningsByCreator(Period period, @Nullable String after, int limit) {
        return reports.byCreator(currency(), period, after, limit);
    }

    /** What each creator earned in a period, all of them as it is at one moment, whoever earned most first. */
    public void forEachCreator(Period period, Consumer<EarningsOfCreator> reader) {
        reports.forEachCreator(currency(), period, reader);
    }

    /** What a buyer's bank statement says. */
    public String descriptor() {
        return creation.descriptor();
    }

    /** What may be paid at once, and in what. */
    public PriceBounds priceBounds() {
        return creation.priceBounds();
    }

    /** What people pay in. */
    public Asset currency() {
        return priceBounds().currency();
    }

    private Payment view(PaymentRow payment, Caller reader) {
        return payment.toPayment(descriptor(), reader);
    }

    private Payment view(PaymentRow payment) {
        return payment.toPayment(descriptor());
    }
}
