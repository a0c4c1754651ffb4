package network.fanz.security.fraud;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.Ids;
import network.fanz.common.Steady;
import network.fanz.platform.events.Events;
import network.fanz.security.fraud.events.FraudDetected;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Assesses how risky a transaction is. */
@Component
public class Fraud {
    private static final String RULE_SET = FraudRuleBook.current().ruleSet();
    private static final int NEARBY_FROM = FraudRuleBook.current().refusedNearbyFrom();

    private final FraudStore store;
    private final FraudSettings settings;
    private final FraudRules rules;
    private final Events events;
    private final TransactionOperations transaction;
    private final Clock clock;

    Fraud(
            FraudStore store,
            FraudSettings settings,
            Events events,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.settings = settings;
        this.rules = new FraudRules(FraudRuleBook.current());
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Scores a payment and adds it to the payer's history; a payment that is already scored gets the stored assessment. It joins the
     * caller's transaction, if there is one, and costs two round trips, and one more where cards were refused nearby. Emits {@code
     * fraudDetected} if it is declined on a suspicion, and not for a mere limit. On any exception the caller declines the payment.
     */
    public RiskAssessment assessTransactionRisk(RiskAssessmentRequest payment) {
        return assess(payment, true);
    }

    /**
     * Scores a transaction for staff by the current history. The verdict is stored, but is not part of any account's history. Emits
     * nothing: there is no payment to decline.
     */
    public RiskAssessment assessOnRequest(RiskAssessmentRequest request) {
        RiskAssessmentRequest apart = new RiskAssessmentRequest(
                Ids.derived("fraud.request", request.payment().toString()),
                request.account(),
                request.counterparty(),
                request.amount(),
                request.accountSince(),
                request.accountCountry(),
                request.savedCard(),
                request.origin());
        return store.find(request.payment()).orElseGet(() -> assess(apart, false));
    }

    /**
     * Reports the outcome of an assessed payment; it joins the caller's transaction. The same outcome reported again changes nothing. A
     * settled payment that is given back or disputed later is reported once more, and counts as good no longer. A report of a payment
     * without an assessment changes nothing.
     */
    public void reportOutcome(UUID payment, TransactionOutcome outcome) {
        store.insertOutcome(payment, outcome, now());
    }

    public Optional<RiskAssessment> assessment(UUID payment) {
        return store.find(payment);
    }

    static UUID eventId(UUID payment) {
        return Ids.derived("fraud.event", payment.toString());
    }

    private RiskAssessment assess(RiskAssessmentRequest payment, boolean counted) {
        return transaction.execute(status -> {
            Instant now = now();
            FraudStore.PayerHistory history = store.history(payment, settings, now);
            return history.priorAssessment()
                    .orElseGet(() -> judge(payment, features(payment, history, now), now, counted));
        });
    }

    private RiskAssessment judge(RiskAssessmentRequest payment, RiskFeatures features, Instant now, boolean counted) {
        FraudRules.FraudVerdict verdict = rules.judge(features, payment.amount().asset());
        RiskAssessment assessment = new RiskAssessment(
                Ids.derived("fraud.assessment", payment.payment().toString()),
                payment.payment(),
                verdict.points(),
                RiskLevel.of(verdict.points()),
                eventId(payment.payment()),
                verdict.reasons(),
                verdict.refusal(),
                RULE_SET,
                now);
        if (!store.insert(assessment, payment, features, counted)) {
            return store.find(payment.payment()).orElseThrow();
        }
        if (counted && verdict.refusal() != null && verdict.alerts()) {
            events.append(fraudDetected(payment, assessment));
        }
        return assessment;
    }

    private RiskFeatures features(RiskAssessmentRequest payment, FraudStore.PayerHistory history, Instant now) {
        // Counting those who have paid is dear on an address of many people, and matters only where cards were refused.
        int payers = history.addressRefusedCards() < NEARBY_FROM
                ? 0
                : store.payersFrom(payment.origin().addressHash(), now);
        return RiskFeatures.of(payment, history, payers, now);
    }

    private static FraudDetected fraudDetected(RiskAssessmentRequest payment, RiskAssessment assessment) {
        return new FraudDetected(
                assessment.id(),
                payment.payment(),
                payment.account(),
                assessment.riskLevel().toString(),
                assessment.score(),
                assessment.reasons().stream().map(RiskReason::word).toList(),
                payment.amount(),
                payment.origin().platform(),
                assessment.at(),
                assessment.refusal() == RiskRefusal.REFUSED_CARDS_NEARBY
                        ? payment.origin().addressHash()
                        : null,
                assessment.reasons().getFirst().why());
    }

    /** PostgreSQL stores microseconds; a verdict that is read back must equal the original. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
