package network.fanz.finance.payments.lifecycle;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Forbidden;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.Role;
import network.fanz.common.Sentence;
import network.fanz.common.Steady;
import network.fanz.finance.currency.HouseCurrency;
import network.fanz.finance.payments.NewPayment;
import network.fanz.finance.payments.OwnPayment;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.PriceBounds;
import network.fanz.finance.payments.SaleGate;
import network.fanz.finance.payments.SellerNotEligible;
import network.fanz.finance.payments.fees.FeeTables;
import network.fanz.security.identity.AccountState;
import network.fanz.security.identity.AccountSummary;
import network.fanz.security.identity.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What may be paid: who may pay whom, how much, at what fee and through which provider. */
@Component
class PaymentTerms {
    private final Identity identity;
    private final PaymentStore store;
    private final ObjectProvider<SaleGate> gates;
    private final PaymentProviders providers;
    private final FeeTables fees;
    private final PaymentsSettings settings;
    private final HouseCurrency currency;
    private final Clock clock;

    PaymentTerms(
            Identity identity,
            PaymentStore store,
            ObjectProvider<SaleGate> gates,
            PaymentProviders providers,
            FeeTables fees,
            PaymentsSettings settings,
            HouseCurrency currency,
            @Steady Clock clock) {
        this.identity = identity;
        this.store = store;
        this.gates = gates;
        this.providers = providers;
        this.fees = fees;
        this.settings = settings;
        this.currency = currency;
        this.clock = clock;
    }

    /**
     * The buyer of a payment that may be made.
     *
     * @throws Forbidden if the buyer's account is not active
     * @throws OwnPayment if buyer and seller are the same
     * @throws SellerNotEligible if the seller cannot be paid
     * @throws InvalidField if the price is out of bounds
     */
    AccountSummary checkedBuyer(NewPayment request) {
        Map<AccountId, AccountSummary> people = identity.summaries(List.of(request.buyer(), request.seller()));
        AccountSummary buyer = people.get(request.buyer());
        if (buyer == null || buyer.state() != AccountState.ACTIVE) {
            throw new Forbidden("This account cannot pay.");
        }
        if (request.buyer().equals(request.seller())) {
            throw new OwnPayment();
        }
        if (!isEligibleSeller(people.get(request.seller()))) {
            throw new SellerNotEligible();
        }
        checkPrice("amount", request.price());
        return buyer;
    }

    /**
     * Why the money of a payment that waits may not be taken any more; empty if it may. An account may have been suspended or closed since,
     * what was to be bought taken down, or the buyer may have it by another payment.
     */
    Optional<DeclineReason> barredMeanwhile(PaymentRow payment) {
        Map<AccountId, AccountSummary> people = identity.summaries(List.of(payment.buyer(), payment.seller()));
        AccountSummary buyer = people.get(payment.buyer());
        if (buyer == null || buyer.state() != AccountState.ACTIVE || !isEligibleSeller(people.get(payment.seller()))) {
            return Optional.of(DeclineReason.BARRED_MEANWHILE);
        }
        return isStillSold(payment) ? Optional.empty() : Optional.of(DeclineReason.NOT_SOLD_MEANWHILE);
    }

    private boolean isStillSold(PaymentRow payment) {
        UUID item = payment.item();
        if (payment.kind() != PaymentKind.PPV || item == null) {
            return true;
        }
        List<SaleGate> asked =
                gates.stream().filter(gate -> gate.kind() == payment.kind()).toList();
        return !store.isPaidFor(payment.buyer(), item, payment.id())
                && !asked.isEmpty()
                && asked.stream().allMatch(gate -> gate.isStillSold(item, payment.buyer()));
    }

    /**
     * Refuses a price that nobody can pay here.
     *
     * @param field the field to blame
     * @throws InvalidField if it is out of bounds
     */
    void checkPrice(String field, Money price) {
        PriceBounds bounds = bounds();
        if (!price.asset().equals(bounds.currency())) {
            throw new InvalidField(field, Sentence.of("Amounts are in {0}.", bounds.currency()));
        }
        if (price.compareTo(bounds.least()) < 0 || price.compareTo(bounds.most()) > 0) {
            throw new InvalidField(
                    field, Sentence.of("An amount lies between {0} and {1}.", bounds.least(), bounds.most()));
        }
    }

    PriceBounds bounds() {
        return new PriceBounds(
                currency.asset(),
                currency.of(settings.amountMin()),
                currency.of(settings.amountMax()),
                currency.of(settings.proposedTip()));
    }

    /** What a buyer's bank statement says. */
    String descriptor() {
        return settings.descriptor();
    }

    /** The payment that the request asks for, at today's fee. It is not written yet. */
    PaymentRow draft(UUID id, NewPayment request) {
        return PaymentRow.created(
                id,
                request,
                fees.current(),
                providers.forNewPayments().name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static boolean isEligibleSeller(@Nullable AccountSummary seller) {
        return seller != null
                && seller.roles().contains(Role.CREATOR)
                && seller.state() == AccountState.ACTIVE
                && seller.secondFactor();
    }
}
