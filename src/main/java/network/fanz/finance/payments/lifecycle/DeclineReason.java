package network.fanz.finance.payments.lifecycle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import network.fanz.finance.payments.spi.ProviderDecline;
import network.fanz.security.fraud.TransactionOutcome;
import org.jspecify.annotations.Nullable;

/** Why a payment was declined, and how that is said to the buyer. */
enum DeclineReason {
    FRAUD_RISK(
            "We declined this payment to protect your account. Nothing was taken. If it was you, try again in an hour."),
    RISK_NOT_ASSESSED("We could not check this payment, so we declined it. Nothing was taken. Try again later."),
    INSUFFICIENT_FUNDS("Your bank said no: not enough in the account. Nothing was taken. Try another card."),
    CARD_REFUSED("Your bank refused this card. Nothing was taken. Try another card, or ask your bank."),
    SUSPECTED_FRAUD("Your bank stopped this payment because it suspects fraud. Nothing was taken. Ask your bank."),
    ABANDONED("The payment was not finished in time. Nothing was taken."),
    AUTHORISATION_LAPSED("Your bank did not keep the money ready in time. Nothing was taken. Try again."),
    NOT_BOOKABLE("The payment could not be booked. Your money stays yours.");

    private final String buyerMessage;

    DeclineReason(String words) {
        this.buyerMessage = words;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String buyerMessage() {
        return buyerMessage;
    }

    static Optional<DeclineReason> of(String word) {
        return Arrays.stream(values()).filter(each -> each.code().equals(word)).findFirst();
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
