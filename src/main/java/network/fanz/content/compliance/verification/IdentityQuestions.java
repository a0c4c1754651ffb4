package network.fanz.content.compliance.verification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import network.fanz.common.RedactedFailure;
import network.fanz.common.Steady;
import network.fanz.content.compliance.NoIdentityProvider;
import network.fanz.content.compliance.Verification;
import network.fanz.content.compliance.VerificationRefusal;
import network.fanz.content.compliance.VerificationState;
import network.fanz.content.compliance.spi.IdentityProviderUnavailable;
import network.fanz.content.compliance.spi.IdentityResult;
import network.fanz.content.compliance.verification.VerificationStore.VerificationRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Asks providers where checks stand, after a message and where none comes, and moves them by the answer. What is asked for is what holds
 * now, so messages may be late, lost, sent twice or out of order.
 */
@Component
class IdentityQuestions {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityQuestions.class);

    private final VerificationStore store;
    private final VerificationMoves moves;
    private final CheckBeginnings beginnings;
    private final UnexpectedWords unexpected;
    private final IdentityProviders providers;
    private final VerificationSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    IdentityQuestions(
            VerificationStore store,
            VerificationMoves moves,
            CheckBeginnings beginnings,
            UnexpectedWords unexpected,
            IdentityProviders providers,
            VerificationSettings settings,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.moves = moves;
        this.beginnings = beginnings;
        this.unexpected = unexpected;
        this.providers = providers;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One that fails waits for its next turn, and stops no other. */
    void askDue() {
        store.takeDue(now(), settings.askAfter(), settings.askAfterMax(), settings.jobBatchMax())
                .forEach(row -> askOne(row.check()));
    }

    private void askOne(Verification check) {
        try {
            hear(check, answer(check));
        } catch (RuntimeException failed) {
            LOG.warn("Check {} could not be moved: {}", check.id(), RedactedFailure.describe(failed));
        }
    }

    /** What the provider says; empty where it says nothing. */
    private Optional<IdentityResult> answer(Verification check) {
        try {
            Verification begun = check.reference() == null ? beginnings.withPage(check) : check;
            String reference = begun.reference();
            return reference == null
                    ? Optional.empty()
                    : Optional.of(providers.byName(check.provider()).result(reference));
        } catch (IdentityProviderUnavailable | NoIdentityProvider silent) {
            LOG.warn("Provider {} does not answer about check {}", check.provider(), check.id());
            return Optional.empty();
        }
    }

    private void hear(Verification asked, Optional<IdentityResult> answer) {
        transaction.executeWithoutResult(status -> {
            store.lock(asked.creator());
            VerificationRow row = store.find(asked.id()).orElseThrow();
            Optional<IdentityVerdict> verdict = answer.flatMap(result -> IdentityVerdict.of(result, now()));
            if (row.check().state().isOpen()) {
                verdict.ifPresentOrElse(one -> follow(row, one), () -> giveUp(row));
            } else if (answer.isPresent()) {
                store.askNoMore(row.check().id(), now());
                verdict.ifPresent(one -> compare(row, one));
            }
        });
    }

    private void follow(VerificationRow row, IdentityVerdict verdict) {
        String reason = verdict.reason();
        if (verdict.to() == VerificationState.VERIFIED) {
            moves.verify(row, Objects.requireNonNull(verdict.identity()), now());
        } else if (verdict.to() == VerificationState.REFUSED && reason != null) {
            moves.refuse(row, reason, now());
        } else if (VerificationTransitions.exists(row.check().state(), verdict.to())) {
            moves.move(row, verdict.to(), reason, now());
        }
    }

    private void giveUp(VerificationRow row) {
        if (row.check().state() == VerificationState.STARTED
                && row.check().begunAt().plus(settings.givesUpAfter()).isBefore(now())) {
            moves.move(row, VerificationState.LAPSED, IdentityVerdict.NO_ANSWER, now());
        }
    }

    /**
     * What is said of a check that has ended: a no takes a yes back at once, also that of a later check if only staff could let its creator try
     * again; a yes after a no moves nothing. People are called to whatever was not said before.
     */
    private void compare(VerificationRow row, IdentityVerdict verdict) {
        VerificationState state = row.check().state();
        String reason = verdict.reason();
        if (VerificationRefusal.DOCUMENT_EXPIRED.code().equals(reason)) {
            if (state == VerificationState.VERIFIED) {
                moves.expire(row, now());
            }
            return;
        }
        boolean yes = verdict.to() == VerificationState.VERIFIED;
        boolean no = verdict.to() == VerificationState.REFUSED;
        boolean saidBefore = no
                && state == VerificationState.REFUSED
                && Objects.equals(reason, row.check().reason());
        boolean fits = yes
                ? state != VerificationState.REFUSED && state != VerificationState.LAPSED
                : saidBefore || !no && state != VerificationState.VERIFIED;
        if (!fits) {
            unexpected.keep(row, verdict.to());
        }
        if (no && reason != null && !saidBefore) {
            takeBack(row, reason);
        }
    }

    private void takeBack(VerificationRow row, String reason) {
        if (row.check().state() == VerificationState.VERIFIED) {
            boolean young = VerificationRefusal.UNDER_AGE.code().equals(reason);
            moves.refuse(row, (young ? VerificationRefusal.UNDER_AGE : VerificationRefusal.TAKEN_BACK).code(), now());
        } else {
            moves.endLater(row.check().creator(), reason, now());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
