package network.fanz.finance.payments.machine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import network.fanz.finance.payments.spi.Status;
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

    private final String words;

    DeclineReason(String words) {
        this.words = words;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String words() {
        return words;
    }

    static Optional<DeclineReason> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** What fraud's history keeps of it: a bank's no counts as one, ours does not. */
    TransactionOutcome outcome() {
        return switch (this) {
            case INSUFFICIENT_FUNDS, CARD_REFUSED, SUSPECTED_FRAUD, AUTHORISATION_LAPSED -> TransactionOutcome.DECLINED;
            case FRAUD_RISK, RISK_NOT_ASSESSED, ABANDONED, NOT_BOOKABLE -> TransactionOutcome.ABANDONED;
        };
    }

    static DeclineReason of(Status.@Nullable Refusal refusal) {
        return switch (refusal) {
            case INSUFFICIENT_FUNDS -> INSUFFICIENT_FUNDS;
            case SUSPECTED_FRAUD -> SUSPECTED_FRAUD;
            case CARD_REFUSED -> CARD_REFUSED;
            case null -> CARD_REFUSED;
        };
    }
}
