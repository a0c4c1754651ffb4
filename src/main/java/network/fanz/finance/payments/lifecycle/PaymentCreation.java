package network.fanz.finance.payments.lifecycle;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import network.fanz.common.AccountId;
import network.fanz.common.Forbidden;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.Problem;
import network.fanz.common.Role;
import network.fanz.finance.payments.FeeTable;
import network.fanz.finance.payments.NewPayment;
import network.fanz.finance.payments.OwnPayment;
import network.fanz.finance.payments.PaymentDiffers;
import network.fanz.finance.payments.SellerNotEligible;
import network.fanz.finance.payments.fees.FeeTables;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.fraud.Fraud;
import network.fanz.security.fraud.RiskAssessment;
import network.fanz.security.fraud.RiskAssessmentRequest;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.AccountSummary;
import network.fanz.security.identity.Identity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes payments: who may pay whom, at what fee, and with what risk. The payment, its assessment and the audit's record are one commit;
 * a payment whose risk cannot be assessed is written as declined.
 */
@Component
public class PaymentCreation {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentCreation.class);

    private final PaymentStore store;
    private final TransitionWriter transitions;
    private final PaymentProviders providers;
    private final FeeTables fees;
    private final Fraud fraud;
    private final Identity identity;
    private final Audit audit;
    private final PaymentsSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    PaymentCreation(
            PaymentStore store,
            TransitionWriter transitions,
            PaymentProviders providers,
            FeeTables fees,
            Fraud fraud,
            Identity identity,
            Audit audit,
            PaymentsSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.transitions = transitions;
        this.providers = providers;
        this.fees = fees;
        this.fraud = fraud;
        this.identity = identity;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The new payment, or the one that the same key has made before, also where it could not be made any more. */
    public PaymentRow findOrCreate(NewPayment asked) {
        try {
            AccountSummary buyer = checkedBuyer(asked);
            return create(newRow(asked), buyer, asked);
        } catch (PaymentDiffers differs) {
            throw differs;
        } catch (Problem refused) {
            return findEarlier(asked).orElseThrow(() -> refused);
        }
    }

    /** What a buyer has made with a key. */
    public Optional<PaymentRow> findByKey(AccountId buyer, String key) {
        return store.find(paymentId(buyer, key));
    }

    private Optional<PaymentRow> findEarlier(NewPayment asked) {
        Optional<PaymentRow> made = findByKey(asked.buyer(), asked.key());
        if (made.isPresent() && !made.get().matches(asked)) {
            throw new PaymentDiffers();
        }
        return made;
    }

    private AccountSummary checkedBuyer(NewPayment asked) {
        Map<AccountId, AccountSummary> people = identity.summaries(List.of(asked.buyer(), asked.seller()));
        AccountSummary buyer = people.get(asked.buyer());
        if (buyer == null || buyer.state() != AccountState.ACTIVE) {
            throw new Forbidden("This account cannot pay.");
        }
        if (asked.buyer().equals(asked.seller())) {
            throw new OwnPayment();
        }
        if (!isEligibleSeller(people.get(asked.seller()))) {
            throw new SellerNotEligible();
        }
        checkPrice("amount", asked.price());
        return buyer;
    }

    public void checkPrice(String field, Money price) {
        Money least = new Money(settings.currency(), settings.amountMin());
        Money most = new Money(settings.currency(), settings.amountMax());
        if (!price.asset().equals(settings.currency())) {
            throw new InvalidField(field, "Amounts are in " + settings.currency() + ".");
        }
        if (price.compareTo(least) < 0 || price.compareTo(most) > 0) {
            throw new InvalidField(field, "An amount lies between " + least + " and " + most + ".");
        }
    }

    private static boolean isEligibleSeller(@Nullable AccountSummary seller) {
        return seller != null
                && seller.roles().contains(Role.CREATOR)
                && seller.state() == AccountState.ACTIVE
                && seller.secondFactor();
    }

    private PaymentRow create(PaymentRow fresh, AccountSummary buyer, NewPayment asked) {
        try {
            return transaction.execute(status -> insert(fresh, asked, () -> assess(fresh, buyer, asked)));
        } catch (Problem problem) {
            throw problem;
        } catch (RuntimeException failed) {
            LOG.error("The risk of payment {} could not be assessed: it is declined", fresh.id(), failed);
            return transaction.execute(status ->
                    insert(fresh, asked, () -> transitions.markDeclined(fresh, DeclineReason.RISK_NOT_ASSESSED)));
        }
    }

    private PaymentRow insert(PaymentRow fresh, NewPayment asked, Supplier<PaymentRow> then) {
        if (!store.insert(fresh, fresh.createdAt().plus(settings.retryDelay()))) {
            return findEarlier(asked).orElseThrow(() -> new InvalidField("method", "There is no such saved card."));
        }
        PaymentRow judged = then.get();
        audit.record(AuditAction.of("payments.process", asked.buyer(), "payment:" + fresh.id())
                .with("kind", fresh.kind().code())
                .with("price", fresh.price().units().toString())
                .with("asset", fresh.price().asset().toString()));
        return judged;
    }

    private PaymentRow assess(PaymentRow fresh, AccountSummary buyer, NewPayment asked) {
        RiskAssessment assessment = fraud.assessTransactionRisk(new RiskAssessmentRequest(
                fresh.id(),
                buyer.id(),
                fresh.seller(),
                fresh.price(),
                buyer.registeredAt(),
                buyer.country(),
                asked.origin().country(),
                asked.origin().platform()));
        return assessment.riskLevel().declines() ? transitions.markDeclined(fresh, DeclineReason.FRAUD_RISK) : fresh;
    }

    private PaymentRow newRow(NewPayment asked) {
        FeeTable table = fees.current();
        return PaymentRow.created(
                paymentId(asked.buyer(), asked.key()),
                asked.buyer(),
                asked.seller(),
                asked.kind(),
                asked.item(),
                asked.price(),
                table.fee(asked.kind(), asked.price()),
                table.version(),
                providers.forNewPayments().name(),
                asked.method(),
                asked.origin().platform(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static UUID paymentId(AccountId buyer, String key) {
        return Ids.derived("payments", buyer + ":" + key);
    }
}
