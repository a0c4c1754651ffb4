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
import network.fanz.finance.payments.sandbox.SandboxStore.CheckoutRow;
import network.fanz.finance.payments.sandbox.SandboxStore.RefundRow;
import network.fanz.finance.payments.spi.Status;
import network.fanz.finance.payments.spi.Status.Progress;
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
    private final SandboxMessages messages;
    private final SandboxSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Scenario> cards = new ConcurrentHashMap<>();

    SandboxVendor(
            SandboxStore store,
            SandboxMessages messages,
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
    Wire.CheckoutState create(Wire.NewCheckout asked) {
        Scenario scenario = asked.token() == null ? null : scenario(asked.token());
        Instant now = clock.instant();
        Progress progress = scenario == null ? Progress.OPEN : scenario.firstAnswer();
        CheckoutRow made = new CheckoutRow(
                "cs_" + hex(), asked.reference(), asked.amount(), progress, scenario, null, asked.returnUrl());
        boolean isNew = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean inserted = store.insert(made, resolvesAt(progress, now), now);
            if (inserted && scenario != null) {
                tell(made, scenario);
            }
            return inserted;
        }));
        if (!isNew) {
            return state(store.findByReference(asked.reference()).orElseThrow());
        }
        return new Wire.CheckoutState(made.session(), scenario == null ? page(made) : null, Status.of(Progress.OPEN));
    }

    /** A saved card never changes, so it is asked for once; emptied rather than trimmed when it is full. */
    private Scenario scenario(String token) {
        if (cards.size() >= CARDS_KEPT_MAX) {
            cards.clear();
        }
        return cards.computeIfAbsent(token, asked -> store.scenario(asked).orElseThrow(() -> new NotFound("card")));
    }

    CheckoutRow checkout(String session) {
        return store.find(session).orElseThrow(() -> new NotFound("checkout"));
    }

    Wire.CheckoutState status(String session) {
        return state(checkout(session));
    }

    /** The buyer has entered a card on the vendor's page. A checkout that is no longer open stays as it is. */
    void pay(CheckoutRow checkout, Scenario scenario, boolean keep) {
        transaction.executeWithoutResult(status -> {
            String token = keep ? "tok_" + hex() : null;
            if (token != null) {
                store.insertCard(new Status.SavedCard(token, scenario.brand(), scenario.last4(), "12/34"), scenario);
            }
            answer(checkout, scenario, scenario.firstAnswer(), token);
        });
    }

    /** Takes the whole amount; asked again, it answers the same. */
    Wire.CheckoutState capture(String session, Money amount) {
        Optional<CheckoutRow> moved = store.move(session, Progress.AUTHORISED, Progress.CAPTURED, amount);
        moved.filter(checkout -> checkout.scenario() == Scenario.SLOW_CAPTURE).ifPresent(checkout -> pause());
        return state(moved.orElseGet(() -> unmoved(session, amount)));
    }

    /**
     * Pays the whole amount back, once: the same refund asked again is answered as it was, and another finds nothing left.
     *
     * @throws Forbidden if it is more than is left of what was captured, or this id was another refund's
     */
    Wire.CheckoutState refund(String session, UUID refund, Money amount) {
        return state(Objects.requireNonNull(transaction.execute(status -> {
            CheckoutRow checkout = store.hold(session).orElseThrow(() -> new NotFound("checkout"));
            RefundRow known = store.refund(refund).orElse(null);
            if (known != null) {
                return answered(checkout, known, amount);
            }
            Progress end = checkout.scenario() == Scenario.NO_REFUND ? Progress.REFUND_REFUSED : Progress.REFUNDED;
            CheckoutRow after = store.move(session, Progress.CAPTURED, end, amount)
                    .orElseThrow(() -> new Forbidden("Nothing is left of this checkout that could be given back."));
            store.insert(new RefundRow(refund, session, amount, end), clock.instant());
            return after;
        })));
    }

    private static CheckoutRow answered(CheckoutRow checkout, RefundRow known, Money amount) {
        if (!known.session().equals(checkout.session()) || !known.amount().equals(amount)) {
            throw new Forbidden("This refund's id was used for another one.");
        }
        return checkout.at(known.outcome());
    }

    /** Nothing that the bank has not answered can be cancelled. */
    Wire.CheckoutState cancel(String session) {
        return store.move(session, Progress.OPEN, Progress.CANCELLED, null)
                .or(() -> store.move(session, Progress.AUTHORISED, Progress.CANCELLED, null))
                .map(this::state)
                .orElseGet(() -> status(session));
    }

    /** Lets the bank answer where its time has come. */
    void resolve() {
        store.resolvable(clock.instant())
                .forEach(checkout -> transaction.executeWithoutResult(status -> {
                    Scenario scenario = Objects.requireNonNull(checkout.scenario());
                    answer(checkout, scenario, scenario.lastAnswer(), null);
                }));
    }

    private void answer(CheckoutRow from, Scenario scenario, Progress to, @Nullable String token) {
        store.answer(from, to, scenario, token, resolvesAt(to, clock.instant()))
                .ifPresent(after -> tell(after, scenario));
    }

    private void tell(CheckoutRow after, Scenario scenario) {
        Status status = statusOf(after);
        switch (scenario) {
            case LATE_MESSAGE -> messages.send(after.reference(), status, settings.messageDelay(), 1);
            case REPEATED_MESSAGES -> messages.send(after.reference(), status, Duration.ZERO, 3);
            case MIXED_MESSAGES -> {
                messages.send(after.reference(), status, Duration.ZERO, 1);
                messages.send(after.reference(), Status.of(Progress.UNKNOWN), Duration.ofMillis(300), 1);
            }
            case PAYS, NO_FUNDS, REFUSED, FRAUD, NO_ANSWER_THEN_YES, NO_ANSWER_THEN_NO, SLOW_CAPTURE, NO_REFUND ->
                messages.send(after.reference(), status, Duration.ZERO, 1);
        }
    }

    private @Nullable Instant resolvesAt(Progress progress, Instant now) {
        return progress == Progress.UNKNOWN ? now.plus(settings.resolvesAfter()) : null;
    }

    /** A checkout that is elsewhere stays there; one of another amount was not meant. */
    private CheckoutRow unmoved(String session, Money amount) {
        CheckoutRow checkout = checkout(session);
        if (!checkout.amount().equals(amount)) {
            throw new Forbidden("Only the whole amount is moved.");
        }
        return checkout;
    }

    /** Until nobody waits for the answer any more. */
    private void pause() {
        try {
            Thread.sleep(settings.callTimeout().plusMillis(500));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Wire.CheckoutState state(CheckoutRow checkout) {
        boolean pageNeeded = checkout.progress() == Progress.OPEN;
        return new Wire.CheckoutState(checkout.session(), pageNeeded ? page(checkout) : null, statusOf(checkout));
    }

    private Status statusOf(CheckoutRow checkout) {
        Scenario scenario = checkout.scenario();
        String token = checkout.card();
        return new Status(
                checkout.progress(),
                checkout.progress() == Progress.DECLINED && scenario != null ? scenario.refusal() : null,
                token == null ? null : store.card(token).orElse(null));
    }

    private static String page(CheckoutRow checkout) {
        return "/sandbox/cards/" + checkout.session();
    }

    private String hex() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
