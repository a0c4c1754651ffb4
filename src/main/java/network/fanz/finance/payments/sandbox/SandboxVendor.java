package network.fanz.finance.payments.sandbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import network.fanz.common.NotFound;
import network.fanz.finance.payments.sandbox.SandboxStore.CheckoutRow;
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
    private final SandboxStore store;
    private final SandboxMessages messages;
    private final SandboxSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

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

    Wire.CheckoutState create(Wire.NewCheckout asked) {
        CheckoutRow open = new CheckoutRow(
                "cs_" + hex(), asked.reference(), asked.amount(), Progress.OPEN, null, null, asked.returnUrl());
        Scenario scenario =
                asked.token() == null ? null : store.scenario(asked.token()).orElseThrow(() -> new NotFound("card"));
        boolean isNew = Boolean.TRUE.equals(transaction.execute(status -> {
            if (!store.insert(open, null, clock.instant())) {
                return false;
            }
            if (scenario != null) {
                charge(open, scenario, null);
            }
            return true;
        }));
        if (!isNew) {
            return state(store.findByReference(asked.reference()).orElseThrow());
        }
        return new Wire.CheckoutState(open.session(), scenario == null ? page(open) : null, Status.of(Progress.OPEN));
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
            charge(checkout, scenario, token);
        });
    }

    Wire.CheckoutState capture(String session) {
        return moveTo(checkout(session), Progress.AUTHORISED, Progress.CAPTURED);
    }

    Wire.CheckoutState refund(String session) {
        return moveTo(checkout(session), Progress.CAPTURED, Progress.REFUNDED);
    }

    /** Nothing that the bank has not answered can be cancelled. */
    Wire.CheckoutState cancel(String session) {
        CheckoutRow checkout = checkout(session);
        return moveTo(
                checkout,
                checkout.progress() == Progress.AUTHORISED ? Progress.AUTHORISED : Progress.OPEN,
                Progress.CANCELLED);
    }

    /** Lets the bank answer where its time has come. */
    void resolve() {
        store.resolvable(clock.instant())
                .forEach(checkout -> transaction.executeWithoutResult(status -> {
                    Scenario scenario = Objects.requireNonNull(checkout.scenario());
                    answer(
                            checkout,
                            scenario,
                            scenario.refusal() == null ? Progress.AUTHORISED : Progress.DECLINED,
                            null);
                }));
    }

    private void charge(CheckoutRow open, Scenario scenario, @Nullable String token) {
        if (scenario.answersLate()) {
            answer(open, scenario, Progress.UNKNOWN, token);
        } else {
            answer(open, scenario, scenario.refusal() == null ? Progress.AUTHORISED : Progress.DECLINED, token);
        }
    }

    private void answer(CheckoutRow from, Scenario scenario, Progress to, @Nullable String token) {
        Instant now = clock.instant();
        Instant resolvesAt = to == Progress.UNKNOWN ? now.plus(settings.resolvesAfter()) : null;
        if (!store.move(from, to, scenario, token, resolvesAt)) {
            return;
        }
        CheckoutRow after = checkout(from.session());
        Status status = statusOf(after);
        switch (scenario) {
            case LATE_MESSAGE -> messages.send(after.reference(), status, settings.messageDelay(), 1);
            case REPEATED_MESSAGES -> messages.send(after.reference(), status, Duration.ZERO, 3);
            case MIXED_MESSAGES -> {
                messages.send(after.reference(), status, Duration.ZERO, 1);
                messages.send(after.reference(), Status.of(Progress.UNKNOWN), Duration.ofMillis(300), 1);
            }
            case PAYS, NO_FUNDS, REFUSED, FRAUD, NO_ANSWER_THEN_YES, NO_ANSWER_THEN_NO ->
                messages.send(after.reference(), status, Duration.ZERO, 1);
        }
    }

    private Wire.CheckoutState moveTo(CheckoutRow checkout, Progress from, Progress to) {
        if (checkout.progress() == from) {
            store.move(checkout, to, null, null, null);
        }
        return state(checkout(checkout.session()));
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
