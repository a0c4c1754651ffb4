package network.fanz.finance.payments.lifecycle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import network.fanz.finance.payments.BuyerMessages;
import network.fanz.finance.payments.spi.ProviderDecline;
import network.fanz.security.fraud.RiskRefusal;
import network.fanz.security.fraud.TransactionOutcome;
import org.jspecify.annotations.Nullable;

/** Why a payment was declined. {@link BuyerMessages} says it to the buyer. */
public enum DeclineReason {
    /** Our own rules found the risk high or above. */
    FRAUD_RISK,
    /** Our own rule: too many cards of the account were refused. */
    REFUSED_CARDS,
    /** Our own rule: too many cards were refused nearby, and the account has no good history. */
    REFUSED_CARDS_NEARBY,
    /** Our own limit, and no suspicion. */
    SPENDING_LIMIT,
    /** Our own limit, and no suspicion. */
    UNFINISHED_PAYMENTS,
    /** Our own rule: the buyer's bank has taken earlier payments back. */
    DISPUTED_BEFORE,
    /** Our own rules gave no answer. */
    RISK_NOT_ASSESSED,
    /** The bank's reason. */
    INSUFFICIENT_FUNDS,
    /** The bank's reason, or the bank gave none. */
    CARD_REFUSED,
    /** The bank's reason. */
    SUSPECTED_FRAUD,
    /** The buyer cancelled it, or did not finish in time. */
    ABANDONED,
    /** The bank did not keep the money ready until the capture. */
    AUTHORISATION_LAPSED,
    /** The buyer may not pay, or the creator not be paid any more: suspended, closed, or without what a creator needs. */
    BARRED_MEANWHILE,
    /** What was to be bought is not to be had any more, or the buyer has it already. */
    NOT_SOLD_MEANWHILE,
    /** The ledger has no place for the payment, for example because the creator's account is frozen. */
    NOT_BOOKABLE;

    /** How it is stored, and how the API and the events name it; it never changes. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean hasCode(@Nullable String code) {
        return code().equals(code);
    }

    public static Optional<DeclineReason> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** What fraud's history keeps of it: a bank's no to a card counts as one; ours does not, nor does an authorisation that it let lapse. */
    TransactionOutcome outcome() {
        return switch (this) {
            case INSUFFICIENT_FUNDS, CARD_REFUSED, SUSPECTED_FRAUD -> TransactionOutcome.DECLINED;
            case FRAUD_RISK,
                    REFUSED_CARDS,
                    REFUSED_CARDS_NEARBY,
                    SPENDING_LIMIT,
                    UNFINISHED_PAYMENTS,
                    DISPUTED_BEFORE,
                    RISK_NOT_ASSESSED,
                    ABANDONED,
                    AUTHORISATION_LAPSED,
                    BARRED_MEANWHILE,
                    NOT_SOLD_MEANWHILE,
                    NOT_BOOKABLE -> TransactionOutcome.ABANDONED;
        };
    }

    static DeclineReason of(RiskRefusal refusal) {
        return switch (refusal) {
            case RISK -> FRAUD_RISK;
            case REFUSED_CARDS -> REFUSED_CARDS;
            case REFUSED_CARDS_NEARBY -> REFUSED_CARDS_NEARBY;
            case SPENDING_LIMIT -> SPENDING_LIMIT;
            case UNFINISHED_PAYMENTS -> UNFINISHED_PAYMENTS;
            case DISPUTED -> DISPUTED_BEFORE;
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
