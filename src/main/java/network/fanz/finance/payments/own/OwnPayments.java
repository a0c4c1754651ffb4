package network.fanz.finance.payments.own;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import network.fanz.common.Page;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.Payments;
import network.fanz.platform.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody paid and was paid, and the cards that they pay with. */
@Component
@Order(3)
class OwnPayments implements OwnRecords {
    private final Payments payments;
    private final OwnPaymentStore store;
    private final Vault vault;

    OwnPayments(Payments payments, OwnPaymentStore store, Vault vault) {
        this.payments = payments;
        this.store = store;
        this.vault = vault;
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(made(), received(), cards());
    }

    /**
     * @param card brand and last digits; null if the payment was not taken from one
     * @param message what the buyer wrote with it; null for nothing
     */
    private record PaymentMade(
            Payment payment,
            @Nullable String card,
            @Nullable String message,
            List<Map<String, Object>> moves) {}

    private OwnSection<?> made() {
        return OwnSection.<PaymentMade>of(
                        "payments_made",
                        "What you paid or began to pay, the newest first, and each state that it came to.",
                        Set.of("payments.payment", "payments.transition", "payments.used_card", "payments.tip_message"),
                        this::madeBy)
                .with("id", made -> made.payment().id())
                .with("begun_at", made -> made.payment().createdAt())
                .with("kind", made -> made.payment().kind())
                .with("to", made -> made.payment().seller())
                .with("pass", made -> item(made.payment(), PaymentKind.PASS))
                .with("work", made -> item(made.payment(), PaymentKind.PPV))
                .with("price", made -> made.payment().price())
                .with("your_message", PaymentMade::message)
                .with("card", PaymentMade::card)
                .with("on_your_bank_statement", made -> made.payment().descriptor())
                .with("state", made -> made.payment().state())
                .with("reason", made -> made.payment().reason())
                .with("in_words", made -> made.payment().explanation())
                .with("paid_at", made -> made.payment().settledAt())
                .with("given_back_at", made -> made.payment().refundedAt())
                .with("taken_back", made -> made.payment().takenBack())
                .with("states", PaymentMade::moves);
    }

    private Page<PaymentMade> madeBy(AccountId buyer, @Nullable String after) {
        Page<Payment> page = payments.paymentsOf(buyer, null, after, OwnSection.PAGE);
        List<UUID> ids = page.items().stream().map(Payment::id).toList();
        Map<UUID, List<OwnPaymentStore.PaymentMove>> moves = store.moves(ids);
        Map<UUID, byte[]> cards = store.cards(ids);
        Map<UUID, byte[]> messages = store.messages(ids);
        return page.map(payment -> new PaymentMade(
                payment,
                card(buyer, "payments.used_card.card", cards.get(payment.id())),
                open(buyer, "payments.tip_message.message", messages.get(payment.id())),
                moves.getOrDefault(payment.id(), List.of()).stream()
                        .map(move -> Map.<String, Object>of("state", move.state(), "at", move.at()))
                        .toList()));
    }

    private @Nullable String open(AccountId owner, String field, byte @Nullable [] sealed) {
        return sealed == null ? null : vault.open(owner.value(), field, sealed);
    }

    private @Nullable String card(AccountId owner, String field, byte @Nullable [] sealed) {
        String kept = open(owner, field, sealed);
        if (kept == null) {
            return null;
        }
        String[] parts = kept.split("\\|", 3);
        return parts[0] + " ending " + parts[1];
    }

    private OwnSection<?> received() {
        return OwnSection.<Payment>of(
                        "payments_received",
                        "What you were paid, also what went back, the newest first.",
                        Set.of("payments.payment"),
                        (seller, after) -> payments.salesOf(seller, after, OwnSection.PAGE))
                .with("id", Payment::id)
                .with("kind", Payment::kind)
                .with("from", Payment::buyer)
                .with("pass", payment -> item(payment, PaymentKind.PASS))
                .with("work", payment -> item(payment, PaymentKind.PPV))
                .with("price", Payment::price)
                .with("fee", Payment::fee)
                .with("your_share", Payment::share)
                .with("state", Payment::state)
                .with("paid_at", Payment::settledAt)
                .with("given_back_at", Payment::refundedAt)
                .with("taken_back", Payment::takenBack);
    }

    private static @Nullable UUID item(Payment payment, PaymentKind kind) {
        return payment.kind() == kind ? payment.item() : null;
    }

    private OwnSection<?> cards() {
        return OwnSection.<OwnedCard>of(
                        "saved_cards",
                        "Cards that you keep here, and kept. We never have a card’s number.",
                        Set.of("payments.method"),
                        (owner, after) -> Page.cut(
                                        store.methods(owner, after, OwnSection.PAGE + 1),
                                        OwnSection.PAGE,
                                        method -> method.id().toString())
                                .map(method -> new OwnedCard(owner, method)))
                .with(
                        "card",
                        owned -> card(
                                owned.owner(),
                                "payments.method.card",
                                owned.method().card()))
                .with("provider", owned -> owned.method().provider())
                .with("kept_since", owned -> owned.method().addedAt())
                .with("removed_at", owned -> owned.method().removedAt());
    }

    private record OwnedCard(AccountId owner, OwnPaymentStore.KeptMethod method) {}
}
