package network.fanz.finance.payments;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Period;
import network.fanz.common.TimestampRange;
import network.fanz.finance.payments.lifecycle.PaymentHistoryStore;
import network.fanz.finance.payments.lifecycle.PaymentRow;
import network.fanz.finance.payments.lifecycle.PaymentSearchStore;
import network.fanz.finance.payments.lifecycle.PaymentStore;
import network.fanz.finance.payments.lifecycle.PaymentWaiters;
import network.fanz.finance.payments.lifecycle.TipMessages;
import network.fanz.finance.payments.lifecycle.UnexpectedMessageStore;
import network.fanz.finance.payments.lifecycle.UsedCards;
import network.fanz.finance.payments.reports.SalesByDayStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at payments: who may see which, in lists and one by one. */
@Component
class PaymentQueries {
    private static final int HISTORY_MAX = 50;
    private static final String NOT_OURS = "Send what the page before gave as next.";

    private final PaymentStore store;
    private final PaymentSearchStore search;
    private final PaymentHistoryStore history;
    private final PaymentWaiters waiters;
    private final UnexpectedMessageStore messages;
    private final TipMessages tipMessages;
    private final UsedCards usedCards;
    private final SalesByDayStore salesByDay;

    PaymentQueries(
            PaymentStore store,
            PaymentSearchStore search,
            PaymentHistoryStore history,
            PaymentWaiters waiters,
            UnexpectedMessageStore messages,
            TipMessages tipMessages,
            UsedCards usedCards,
            SalesByDayStore salesByDay) {
        this.store = store;
        this.search = search;
        this.history = history;
        this.waiters = waiters;
        this.messages = messages;
        this.tipMessages = tipMessages;
        this.usedCards = usedCards;
        this.salesByDay = salesByDay;
    }

    /** @throws NotFound if there is none, or none that the caller may see */
    PaymentRow payment(UUID id, Caller caller) {
        PaymentRow payment = store.find(id).orElseThrow(() -> new NotFound("payment"));
        if (!payment.isVisibleTo(caller)) {
            throw new NotFound("payment");
        }
        return payment;
    }

    Optional<CardUsed> cardOf(UUID payment, AccountId buyer) {
        return usedCards.of(payment, buyer);
    }

    Map<UUID, TipMessage> messages(List<Payment> of, Caller reader) {
        return tipMessages.readBy(reader, of);
    }

    Optional<TipMessage> messageOf(UUID payment, AccountId reader, String descriptor) {
        return store.find(payment).flatMap(row -> tipMessages.readBy(reader, row.toPayment(descriptor)));
    }

    PaymentRow awaitPayment(UUID id, Caller caller, Duration time) {
        return waiters.awaitFinal(id, () -> payment(id, caller), time);
    }

    /**
     * Newest first.
     *
     * @param period when they were begun; null for ever
     * @param after what the page before gave as next; null for the first
     */
    Page<PaymentRow> ofBuyer(AccountId buyer, @Nullable Period period, @Nullable String after, int limit) {
        return Page.cut(store.ofBuyer(buyer, period, parseCursor(after), limit + 1), limit, PaymentQueries::cursor);
    }

    /**
     * Newest first.
     *
     * @param after what the page before gave as next; null for the first
     */
    Page<PaymentRow> find(PaymentFilter filter, @Nullable String after, int limit) {
        String last4 = filter.last4();
        byte @Nullable [] card = last4 == null ? null : usedCards.lookup(last4);
        return Page.cut(search.find(filter, card, parseCursor(after), limit + 1), limit, PaymentQueries::cursor);
    }

    /**
     * What a creator was paid, the latest first.
     *
     * @param after what the page before gave as next; null for the first
     */
    Page<PaymentRow> ofSeller(AccountId seller, @Nullable String after, int limit) {
        return Page.cut(
                store.ofSeller(seller, parseCursor(after), limit + 1),
                limit,
                last -> last.postedAt() + "_" + last.id());
    }

    /** The days since then on which something was paid that did not go back, oldest first. */
    List<DayOfSales> salesByDay(AccountId seller, Asset asset, Instant since) {
        return salesByDay.since(seller, asset, since);
    }

    private static String cursor(PaymentRow last) {
        return last.createdAt() + "_" + last.id();
    }

    /**
     * Newest first, for finance staff.
     *
     * @param after what the page before gave as next; null for the first
     * @throws NotFound if there is no such payment, or if the caller is not of the finance staff
     */
    Page<PaymentHistoryEntry> history(UUID id, @Nullable String after, Caller caller) {
        if (!PaymentRow.isFinanceStaff(caller)) {
            throw new NotFound("payment");
        }
        PaymentRow payment = payment(id, caller);
        List<PaymentHistoryEntry> entries = history.of(payment.id(), parseVersion(after), HISTORY_MAX + 1);
        return Page.cut(entries, HISTORY_MAX, last -> Integer.toString(last.version()))
                .map(change -> StaffMessages.explain(change, payment));
    }

    /** @throws NotFound if there is no such payment, or if the caller is not of the finance staff */
    PaymentAtProvider atProvider(UUID id, Caller caller) {
        if (!PaymentRow.isFinanceStaff(caller)) {
            throw new NotFound("payment");
        }
        PaymentRow payment = payment(id, caller);
        return new PaymentAtProvider(payment.provider(), payment.session());
    }

    /** @throws NotFound if there is no such payment, or if the caller is not of the finance staff */
    List<UnexpectedMessage> unexpectedMessages(UUID id, Caller caller) {
        if (!PaymentRow.isFinanceStaff(caller)) {
            throw new NotFound("payment");
        }
        return messages.of(payment(id, caller).id());
    }

    private static int parseVersion(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        try {
            return Integer.parseInt(after);
        } catch (NumberFormatException notOurs) {
            throw new InvalidField("after", NOT_OURS);
        }
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
            throw new InvalidField("after", NOT_OURS);
        }
    }
}
