package network.fanz.content.compliance.age;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import network.fanz.common.RedactedFailure;
import network.fanz.common.Steady;
import network.fanz.content.compliance.AgeMethod;
import network.fanz.content.compliance.AgeState;
import network.fanz.content.compliance.spi.AgeResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the provider where proofs stand, after a message and where none comes, and keeps the answer. Forgets what is over. */
@Component
class AgeQuestions {
    private static final Logger LOG = LoggerFactory.getLogger(AgeQuestions.class);
    private static final Duration DAY = Duration.ofDays(1);
    /** However long a provider's yes may be good. */
    private static final Duration YES_MAX = Duration.ofDays(30);

    private static final int FORGET_MAX = 1000;

    private final AgeStore store;
    private final AgeProviders providers;
    private final AgeSettings settings;
    private final Clock clock;

    AgeQuestions(AgeStore store, AgeProviders providers, AgeSettings settings, @Steady Clock clock) {
        this.store = store;
        this.providers = providers;
        this.settings = settings;
        this.clock = clock;
    }

    /** One that fails waits for its next turn, and stops no other. */
    void askDue() {
        store.takeDue(now(), settings.askAfter(), settings.jobBatchMax()).forEach(this::ask);
    }

    private void ask(AgeProof proof) {
        String reference = proof.reference();
        if (reference == null) {
            return;
        }
        try {
            hear(proof, providers.byName(proof.provider()).result(reference));
        } catch (RuntimeException failed) {
            LOG.warn("Proof of age {} could not be asked about: {}", proof.id(), RedactedFailure.describe(failed));
        }
    }

    private void hear(AgeProof proof, AgeResult answer) {
        switch (answer.progress()) {
            case APPROVED -> assure(proof, answer.method(), answer.until());
            case REFUSED -> store.move(proof.id(), AgeState.REFUSED, null, null, null);
            case DOUBT -> wait(proof);
            case EXPIRED -> store.giveUp(proof.id());
            case PENDING, UNRECOGNISED -> {
                // Nothing is known yet.
            }
        }
        store.askNoMore(proof.id());
    }

    /** A yes that does not say how or until when is none. */
    private void assure(AgeProof proof, @Nullable AgeMethod method, @Nullable Instant until) {
        Instant now = now();
        if (method != null && until != null && until.isAfter(now)) {
            Instant latest = now.plus(YES_MAX);
            store.move(
                    proof.id(),
                    AgeState.ASSURED,
                    method,
                    now,
                    until.isBefore(latest) ? until.truncatedTo(ChronoUnit.MICROS) : latest);
        }
    }

    private void wait(AgeProof proof) {
        if (proof.state() == AgeState.STARTED) {
            store.move(proof.id(), AgeState.IN_DOUBT, null, null, null);
        }
    }

    /** A bounded number of rows in each statement, until nothing is over. */
    void forget() {
        Instant now = now();
        int forgotten;
        do {
            forgotten = store.forget(now, now.minus(settings.openFor()), now.minus(DAY), FORGET_MAX);
        } while (forgotten == FORGET_MAX);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
