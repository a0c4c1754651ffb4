package network.fanz.finance.payments;

import network.fanz.finance.payments.lifecycle.DeclineReason;
import network.fanz.finance.payments.lifecycle.RefundRefusalReason;
import network.fanz.security.fraud.RiskRefusal;

/**
 * What buyers read when a payment is declined or its refund is refused. Sellers and finance staff read the sentences on refunds too.
 * What they read of our own rules stands with the rules. A sentence on a decline says that the buyer has lost nothing.
 */
public final class BuyerMessages {
    private BuyerMessages() {}

    /** @param reason the code of a {@link DeclineReason} or a {@link RefundRefusalReason}, as it is stored */
    public static String of(String reason) {
        return DeclineReason.of(reason)
                .map(BuyerMessages::of)
                .or(() -> RefundRefusalReason.of(reason).map(BuyerMessages::of))
                .orElseThrow(() -> new IllegalStateException("No such reason: " + reason));
    }

    public static String of(DeclineReason reason) {
        return switch (reason) {
            case FRAUD_RISK -> RiskRefusal.RISK.buyerWords();
            case REFUSED_CARDS -> RiskRefusal.REFUSED_CARDS.buyerWords();
            case REFUSED_CARDS_NEARBY -> RiskRefusal.REFUSED_CARDS_NEARBY.buyerWords();
            case SPENDING_LIMIT -> RiskRefusal.SPENDING_LIMIT.buyerWords();
            case UNFINISHED_PAYMENTS -> RiskRefusal.UNFINISHED_PAYMENTS.buyerWords();
            case DISPUTED_BEFORE -> RiskRefusal.DISPUTED.buyerWords();
            case RISK_NOT_ASSESSED ->
                "We could not check this payment, so we declined it. Nothing was taken. Try again later.";
            case INSUFFICIENT_FUNDS ->
                "Your bank said no: not enough in the account. Nothing was taken. Try another card.";
            case CARD_REFUSED -> "Your bank refused this card. Nothing was taken. Try another card, or ask your bank.";
            case SUSPECTED_FRAUD ->
                "Your bank stopped this payment because it suspects fraud. Nothing was taken. Ask your bank.";
            case ABANDONED -> "The payment was cancelled, or not finished in time. Nothing was taken.";
            case AUTHORISATION_LAPSED ->
                "Your bank did not keep the money ready in time. Nothing was taken. Try again.";
            case BARRED_MEANWHILE ->
                "Your account or the creator’s can no longer be used for payments, so we stopped this one. Nothing was taken.";
            case NOT_SOLD_MEANWHILE ->
                "What you were buying is not to be had any more, or you have it already, so we stopped this payment. Nothing was taken.";
            case NOT_BOOKABLE -> "The payment could not be booked, so we declined it. Nothing was taken.";
        };
    }

    public static String of(RefundRefusalReason reason) {
        return switch (reason) {
            case NOT_COVERED ->
                "The refund could not be made: what the creator has here does not cover it. Nothing went back; it can be asked for again.";
            case ACCOUNT_SHUT ->
                "The refund could not be made: the creator's account here is shut. Nothing went back; it can be asked for again.";
            case PROVIDER_REFUSED ->
                "The bank will not take this payment back. Nothing went back through the card. Only the people who run the platform can say whether it can come back in another way.";
        };
    }
}
