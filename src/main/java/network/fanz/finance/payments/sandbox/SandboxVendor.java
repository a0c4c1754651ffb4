package network.fanz.finance.payments.sandbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import network.fanz.common.Forbidden;
import network.fanz.common.Money;
import network.fanz.common.NotFound;
import network.fanz.finance.payments.sandbox.SandboxStore.SandboxCheckoutRow;
import network.fanz.finance.payments.sandbox.SandboxStore.SandboxRefundRow;
import network.fanz.finance.payments.spi.CheckoutProgress;
import network.fanz.finance.payments.spi.CheckoutStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The vendor's side: checkouts, its bank's answers, and what it tells us. A charge of a saved card is answered by message alone; one on
 * its page too. Its state and its message are written together, so a message is never about something that did not happen.
 */
@Component
@Profile("local")
class SandboxVendor {
    private static final int CARDS_KEPT_MAX = 20_000;

    private final SandboxStore store;
    private final SandboxWebhookSender messages;
    private final SandboxSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, TestCard> cards = new ConcurrentHashMap<>();

    SandboxVendor(
            SandboxStore store,
            SandboxWebhookSender messages,
            SandboxSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.messages = messages;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Opens a checkout, or finds it. A saved card is charged at once, and what becomes of it is told by message alone. */
    SandboxJson.SandboxCheckout create(SandboxJson.SandboxCheckoutRequest request) {
        TestCard card = request.token() == null ? null : scenario(request.token());
        Instant now = clock.instant();
        CheckoutProgress progress = card == null ? CheckoutProgress.OPEN : card.firstAnswer();
        SandboxCheckoutRow made = new SandboxCheckoutRow(
                "cs_" + hex(), request.reference(), request.amount(), progress, card, null, request.returnUrl());
        boolean isNew = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean inserted = store.insert(made, resolvesAt(progress, now), now);
            if (inserted && card != null) {
                sendStatus(made, card);
            }
            return inserted;
        }));
        if (!isNew) {
            return state(store.findByReference(request.reference()).orElseThrow());
        }
        return new SandboxJson.SandboxCheckout(
                made.session(), card == null ? page(made) : null, CheckoutStatus.of(CheckoutProgress.OPEN));
    }

    /** A saved card never changes, so it is read once. When the map is full it is emptied. */
    private TestCard scenario(String token) {
        if (cards.size() >= CARDS_KEPT_MAX) {
            cards.clear();
        }
        return cards.computeIfAbsent(token, unread -> store.scenario(unread).orElseThrow(() -> new NotFound("card")));
    }

    SandboxCheckoutRow checkout(String session) {
        return store.find(session).orElseThrow(() -> new NotFound("checkout"));
    }

    SandboxJson.SandboxCheckout status(String session) {
        return state(checkout(session));
    }

    /** The buyer has entered a card on the vendor's page. A checkout that is no longer open stays as it is. */
    void pay(SandboxCheckoutRow checkout, TestCard card, boolean keep) {
        transaction.executeWithoutResult(status -> {
            String token = keep ? "tok_" + hex() : null;
            if (token != null) {
                store.insertCard(new CheckoutStatus.SavedCard(token, card.brand(), card.last4(), "12/34"), card);
            }
            answer(checkout, card, card.firstAnswer(), token);
        });
    }

    /** Takes the whole amount. A repeated call answers the same. */
    SandboxJson.SandboxCheckout capture(String session, Money amount) {
        Optional<SandboxCheckoutRow> moved =
                store.transition(session, CheckoutProgress.AUTHORISED, CheckoutProgress.CAPTURED, amount);
        moved.filter(checkout -> checkout.scenario() == TestCard.SLOW_CAPTURE).ifPresent(checkout -> outlastCaller());
        moved.filter(checkout -> checkout.scenario() == TestCard.DISPUTED)
                .ifPresent(checkout -> transaction.executeWithoutResult(status -> messages.send(
                        checkout.reference(),
                        CheckoutStatus.of(CheckoutProgress.DISPUTED, checkout.amount()),
                        settings.messageDelay(),
                        1)));
        return state(moved.orElseGet(() -> unchanged(session, amount)));
    }

    /**
     * Pays the whole amount back, once. The same refund is answered again as it was; another refund finds nothing left.
     *
     * @throws Forbidden if it is more than what is left of the captured amount, or if the id belongs to another refund
     */
    SandboxJson.SandboxCheckout refund(String session, UUID refund, Money amount) {
        return state(Objects.requireNonNull(transaction.execute(status -> {
            SandboxCheckoutRow checkout = store.lock(session).orElseThrow(() -> new NotFound("checkout"));
            SandboxRefundRow known = store.refund(refund).orElse(null);
            if (known != null) {
                return answered(checkout, known, amount);
            }
            CheckoutProgress end = checkout.scenario() == TestCard.NO_REFUND
                    ? CheckoutProgress.REFUND_REFUSED
                    : CheckoutProgress.REFUNDED;
            SandboxCheckoutRow after = store.transition(session, CheckoutProgress.CAPTURED, end, amount)
                    .orElseThrow(() -> new Forbidden("Nothing is left of this checkout that could be given back."));
            store.insert(new SandboxRefundRow(refund, session, amount, end), clock.instant());
            return after;
        })));
    }

    private static SandboxCheckoutRow answered(SandboxCheckoutRow checkout, SandboxRefundRow known, Money amount) {
        if (!known.session().equals(checkout.session()) || !known.amount().equals(amount)) {
            throw new Forbidden("This refund's id was used for another one.");
        }
        return checkout.withProgress(known.outcome());
    }

    /** Nothing that the bank has not answered can be cancelled. */
    SandboxJson.SandboxCheckout cancel(String session) {
        return store.transition(session, CheckoutProgress.OPEN, CheckoutProgress.CANCELLED, null)
                .or(() -> store.transition(session, CheckoutProgress.AUTHORISED, CheckoutProgress.CANCELLED, null))
                .map(this::state)
                .orElseGet(() -> status(session));
    }

    /** Lets the bank answer where its time has come. */
    void resolve() {
        store.resolvable(clock.instant())
                .forEach(checkout -> transaction.executeWithoutResult(status -> {
                    TestCard card = Objects.requireNonNull(checkout.scenario());
                    answer(checkout, card, card.lastAnswer(), null);
                }));
    }

    private void answer(SandboxCheckoutRow from, TestCard card, CheckoutProgress to, @Nullable String token) {
        store.recordAnswer(from, to, card, token, resolvesAt(to, clock.instant()))
                .ifPresent(after -> sendStatus(after, card));
    }

    private void sendStatus(SandboxCheckoutRow after, TestCard card) {
        CheckoutStatus status = statusOf(after);
        switch (card) {
            case LATE_MESSAGE -> messages.send(after.reference(), status, settings.messageDelay(), 1);
            case REPEATED_MESSAGES -> messages.send(after.reference(), status, Duration.ZERO, 3);
            case MIXED_MESSAGES -> {
                messages.send(after.reference(), status, Duration.ZERO, 1);
                messages.send(
                        after.reference(), CheckoutStatus.of(CheckoutProgress.UNKNOWN), Duration.ofMillis(300), 1);
            }
            case PAYS,
                    NO_FUNDS,
                    REFUSED,
                    FRAUD,
                    NO_ANSWER_THEN_YES,
                    NO_ANSWER_THEN_NO,
                    SLOW_CAPTURE,
                    NO_REFUND,
                    DISPUTED -> messages.send(after.reference(), status, Duration.ZERO, 1);
        }
    }

    private @Nullable Instant resolvesAt(CheckoutProgress progress, Instant now) {
        return progress == CheckoutProgress.UNKNOWN ? now.plus(settings.resolvesAfter()) : null;
    }

    /** A checkout that is elsewhere stays there; one of another amount was not meant. */
    private SandboxCheckoutRow unchanged(String session, Money amount) {
        SandboxCheckoutRow checkout = checkout(session);
        if (!checkout.amount().equals(amount)) {
            throw new Forbidden("Only the whole amount is moved.");
        }
        return checkout;
    }

    /** Until nobody waits for the answer any more. */
    private void outlastCaller() {
        try {
            Thread.sleep(settings.callTimeout().plusMillis(500));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private SandboxJson.SandboxCheckout state(SandboxCheckoutRow checkout) {
        boolean pageNeeded = checkout.progress() == CheckoutProgress.OPEN;
        return new SandboxJson.SandboxCheckout(
                checkout.session(), pageNeeded ? page(checkout) : null, statusOf(checkout));
    }

    private CheckoutStatus statusOf(SandboxCheckoutRow checkout) {
        TestCard card = checkout.scenario();
        String token = checkout.card();
        return new CheckoutStatus(
                checkout.progress(),
                moves(checkout.progress()) ? checkout.amount() : null,
                checkout.progress() == CheckoutProgress.DECLINED && card != null ? card.refusal() : null,
                token == null ? null : store.card(token).orElse(null),
                card == null ? null : new CheckoutStatus.UsedCard(card.brand(), card.last4()));
    }

    private static boolean moves(CheckoutProgress progress) {
        return switch (progress) {
            case AUTHORISED, CAPTURED, REFUNDED, REFUND_REFUSED, DISPUTED -> true;
            case OPEN, UNKNOWN, DECLINED, CANCELLED, UNRECOGNISED -> false;
        };
    }

    private static String page(SandboxCheckoutRow checkout) {
        return "/sandbox/cards/" + checkout.session();
    }

    private String hex() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
