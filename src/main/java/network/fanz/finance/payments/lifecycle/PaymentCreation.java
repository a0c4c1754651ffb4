package network.fanz.finance.payments.lifecycle;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.Problem;
import network.fanz.finance.payments.FirstUnanswered;
import network.fanz.finance.payments.Mover;
import network.fanz.finance.payments.NewPayment;
import network.fanz.finance.payments.PaymentDiffers;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.PriceBounds;
import network.fanz.finance.payments.TipMessage;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.fraud.Fraud;
import network.fanz.security.fraud.RiskAssessment;
import network.fanz.security.fraud.RiskAssessmentRequest;
import network.fanz.security.fraud.RiskRefusal;
import network.fanz.security.identity.AccountSummary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes payments and starts them. The payment, the assessment of its risk and the audit's record are one commit. A payment whose risk
 * cannot be assessed is written as declined.
 */
@Component
public class PaymentCreation {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentCreation.class);

    private final PaymentStore store;
    private final PaymentTerms terms;
    private final TransitionWriter transitions;
    private final PaymentDriver driver;
    private final TipMessages messages;
    private final Fraud fraud;
    private final Audit audit;
    private final TransactionOperations transaction;

    PaymentCreation(
            PaymentStore store,
            PaymentTerms terms,
            TransitionWriter transitions,
            PaymentDriver driver,
            TipMessages messages,
            Fraud fraud,
            Audit audit,
            TransactionOperations transaction) {
        this.store = store;
        this.terms = terms;
        this.transitions = transitions;
        this.driver = driver;
        this.messages = messages;
        this.fraud = fraud;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Makes the payment, or finds the one that the same key has made, and takes it as far as it goes by itself. */
    public PaymentRow request(NewPayment request) {
        PaymentRow payment = findOrCreate(request);
        if (payment.state() != PaymentState.CREATED) {
            return payment;
        }
        try {
            return driver.drive(payment, Mover.caller(request.buyer()));
        } catch (RuntimeException failed) {
            LOG.warn("Payment {} goes on later", payment.id(), failed);
            return payment;
        }
    }

    /** What a buyer has made with a key. */
    public Optional<PaymentRow> findByKey(AccountId buyer, String key) {
        return store.find(paymentId(buyer, key));
    }

    /** A payment for the same item, made with another key, that the bank has not answered. */
    public boolean isUnanswered(AccountId buyer, UUID item, String key) {
        return store.isUnanswered(buyer, item, paymentId(buyer, key));
    }

    /** Whether a buyer has paid for it by a payment that another key made, and the money has not gone back. */
    public boolean isPaidFor(AccountId buyer, UUID item, String key) {
        return store.isPaidFor(buyer, item, paymentId(buyer, key));
    }

    public PriceBounds priceBounds() {
        return terms.bounds();
    }

    /** What a buyer's bank statement says. */
    public String descriptor() {
        return terms.descriptor();
    }

    /** @see PaymentTerms#checkPrice */
    public void checkPrice(String field, Money price) {
        terms.checkPrice(field, price);
    }

    /** A payment that exists is found also where it could not be made any more, for example because its seller has left. */
    private PaymentRow findOrCreate(NewPayment request) {
        try {
            AccountSummary buyer = terms.checkedBuyer(request);
            return create(terms.draft(paymentId(request.buyer(), request.key()), request), buyer, request);
        } catch (PaymentDiffers differs) {
            throw differs;
        } catch (Problem refused) {
            return findEarlier(request).orElseThrow(() -> refused);
        }
    }

    private Optional<PaymentRow> findEarlier(NewPayment request) {
        Optional<PaymentRow> earlier = findByKey(request.buyer(), request.key());
        if (earlier.isPresent() && !isAskedAgain(earlier.get(), request)) {
            throw new PaymentDiffers();
        }
        return earlier;
    }

    private boolean isAskedAgain(PaymentRow earlier, NewPayment request) {
        return earlier.matches(request) && messages.of(earlier).equals(Optional.ofNullable(request.message()));
    }

    private PaymentRow create(PaymentRow fresh, AccountSummary buyer, NewPayment request) {
        try {
            return transaction.execute(status -> insert(fresh, request, () -> assess(fresh, buyer, request)));
        } catch (Problem problem) {
            throw problem;
        } catch (RuntimeException failed) {
            LOG.error("The risk of payment {} could not be assessed: it is declined", fresh.id(), failed);
            return transaction.execute(
                    status -> insert(fresh, request, () -> decline(fresh, DeclineReason.RISK_NOT_ASSESSED)));
        }
    }

    /** @param judge what the risk makes of the payment once it is written */
    private PaymentRow insert(PaymentRow fresh, NewPayment request, Supplier<PaymentRow> judge) {
        UUID item = request.onlyIfAnswered() ? request.item() : null;
        if (item != null) {
            store.lock(request.buyer(), item);
        }
        if (!store.insert(fresh, item, transitions.nextAttempt())) {
            return findEarlier(request).orElseThrow(() -> whyNot(fresh, item));
        }
        TipMessage message = request.message();
        if (message != null) {
            messages.keep(fresh.id(), fresh.buyer(), message);
        }
        PaymentRow judged = judge.get();
        audit.record(AuditAction.of("payments.process", request.buyer(), "payment:" + fresh.id())
                .with("kind", fresh.kind().code())
                .with("price", fresh.price().units().toString())
                .with("fee", fresh.fee().units().toString())
                .with("asset", fresh.price().asset().toString()));
        return judged;
    }

    private Problem whyNot(PaymentRow fresh, @Nullable UUID item) {
        return item != null && store.isUnanswered(fresh.buyer(), item, fresh.id())
                ? fresh.kind() == PaymentKind.PPV ? FirstUnanswered.ofWork() : new FirstUnanswered()
                : new InvalidField("method", "There is no such saved card.");
    }

    private PaymentRow assess(PaymentRow fresh, AccountSummary buyer, NewPayment request) {
        RiskAssessment assessment = fraud.assessTransactionRisk(new RiskAssessmentRequest(
                fresh.id(),
                buyer.id(),
                fresh.seller(),
                fresh.price(),
                buyer.registeredAt(),
                buyer.country(),
                request.method() != null,
                request.origin()));
        RiskRefusal refusal = assessment.refusal();
        return refusal == null ? fresh : decline(fresh, DeclineReason.of(refusal));
    }

    private PaymentRow decline(PaymentRow fresh, DeclineReason reason) {
        return transitions.markDeclined(fresh, Mover.caller(fresh.buyer()), reason);
    }

    private static UUID paymentId(AccountId buyer, String key) {
        return Ids.derived("payments", buyer + ":" + key);
    }
}
