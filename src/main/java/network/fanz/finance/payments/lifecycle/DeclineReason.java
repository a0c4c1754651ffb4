package network.fanz.finance.payments.lifecycle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import network.fanz.finance.payments.BuyerMessages;
import network.fanz.finance.payments.spi.ProviderDecline;
import network.fanz.security.fraud.TransactionOutcome;
import org.jspecify.annotations.Nullable;

/** Why a payment was declined. {@link BuyerMessages} says it to the buyer. */
public enum DeclineReason {
    /** Our own rules found the risk high or above. */
    FRAUD_RISK,
    /** Our own rules gave no answer. */
    RISK_NOT_ASSESSED,
    /** The bank's reason. */
    INSUFFICIENT_FUNDS,
    /** The bank's reason, or the bank gave none. */
    CARD_REFUSED,
    /** The bank's reason. */
    SUSPECTED_FRAUD,
    /** The buyer did not finish in time. */
    ABANDONED,
    /** The bank did not keep the money ready until the capture. */
    AUTHORISATION_LAPSED,
    /** The ledger has no place for the payment, for example because the creator's account is frozen. */
    NOT_BOOKABLE;

    /** How it is stored, and how the API and the events name it; it never changes. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeclineReason> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** What fraud's history keeps of it: a bank's no counts as one, ours does not. */
    TransactionOutcome outcome() {
        return switch (this) {
            case INSUFFICIENT_FUNDS, CARD_REFUSED, SUSPECTED_FRAUD, AUTHORISATION_LAPSED -> TransactionOutcome.DECLINED;
            case FRAUD_RISK, RISK_NOT_ASSESSED, ABANDONED, NOT_BOOKABLE -> TransactionOutcome.ABANDONED;
        };
    }

    static DeclineReason of(@Nullable ProviderDecline providerDecline) {
        return switch (providerDecline) {
            case INSUFFICIENT_FUNDS -> INSUFFICIENT_FUNDS;
            case SUSPECTED_FRAUD -> SUSPECTED_FRAUD;
            case CARD_REFUSED -> CARD_REFUSED;
            case null -> CARD_REFUSED;
        };
    }
}
