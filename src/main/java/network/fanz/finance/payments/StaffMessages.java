package network.fanz.finance.payments;

import network.fanz.finance.payments.lifecycle.DeclineReason;
import network.fanz.finance.payments.lifecycle.PaymentRow;
import network.fanz.finance.payments.lifecycle.RefundRefusalReason;
import org.jspecify.annotations.Nullable;

/** What finance staff read of a change of a payment: where one change has several causes, the one that it had. */
final class StaffMessages {
    private StaffMessages() {}

    /**
     * The change with its own cause. Where an older change does not say it, the payment does for its last one: it keeps the reason of that
     * alone.
     */
    static PaymentHistoryEntry explain(PaymentHistoryEntry change, PaymentRow payment) {
        String reason =
                change.reason() == null && change.version() == payment.version() ? payment.reason() : change.reason();
        if (reason == null) {
            return change;
        }
        return DeclineReason.of(reason)
                .map(declined -> of(declined, change.mover()) + released(change))
                .or(() -> RefundRefusalReason.of(reason).map(StaffMessages::of))
                .map(change::withCause)
                .orElse(change);
    }

    private static String of(DeclineReason reason, @Nullable Mover mover) {
        return switch (reason) {
            case FRAUD_RISK -> "Our rules against fraud found the risk high or above.";
            case REFUSED_CARDS -> "Too many cards of the account had been refused.";
            case REFUSED_CARDS_NEARBY ->
                "Too many cards had been refused from the same address or device, and the account has no good history.";
            case SPENDING_LIMIT -> "The account had reached the most that may be paid in a time. It is no suspicion.";
            case UNFINISHED_PAYMENTS -> "Too many payments of the account waited for a card. It is no suspicion.";
            case DISPUTED_BEFORE -> "The buyer’s bank had taken earlier payments back.";
            case RISK_NOT_ASSESSED -> "The risk could not be assessed.";
            case INSUFFICIENT_FUNDS -> "The bank said no: not enough in the account.";
            case CARD_REFUSED -> "The bank refused the card.";
            case SUSPECTED_FRAUD -> "The bank said no, because it suspects fraud.";
            case ABANDONED ->
                mover != null && mover.account() != null
                        ? "The buyer cancelled it."
                        : "The provider has ended its checkout: the buyer cancelled there, or entered no card in time.";
            case AUTHORISATION_LAPSED -> "The bank did not keep the money ready until it was captured.";
            case BARRED_MEANWHILE ->
                "The buyer may not pay any more, or the creator may not be paid any more. That was so before the card was charged.";
            case NOT_SOLD_MEANWHILE ->
                "The work was not to be had any more, or the buyer had it already. That was so before the card was charged.";
            case NOT_BOOKABLE -> "The ledger had no place for it, for example because the creator’s account is frozen.";
        };
    }

    private static String of(RefundRefusalReason reason) {
        return switch (reason) {
            case NOT_COVERED ->
                "The ledger refused the reversal: the creator has less than what was to go back. Nothing was given back.";
            case ACCOUNT_SHUT ->
                "The ledger refused the reversal: the creator’s account is frozen or closed. Nothing was given back.";
            case PROVIDER_REFUSED ->
                "The provider has refused for good to pay back; what was reversed is booked again.";
        };
    }

    private static String released(PaymentHistoryEntry change) {
        return change.from() == PaymentState.UNKNOWN || change.from() == PaymentState.AUTHORISED
                ? " The hold is voided."
                : "";
    }
}
