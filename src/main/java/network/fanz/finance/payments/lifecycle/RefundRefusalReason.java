package network.fanz.finance.payments.lifecycle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import network.fanz.finance.ledger.RejectionReason;
import network.fanz.finance.payments.PaymentState;

/** Why a refund came to nothing, and how that is said to buyer and seller. */
enum RefundRefusalReason {
    NOT_COVERED(
            "The refund could not be made: what the creator has here does not cover it. Nothing went back; it can be asked for again."),
    ACCOUNT_SHUT(
            "The refund could not be made: the creator's account here is shut. Nothing went back; it can be asked for again."),
    PROVIDER_REFUSED(
            "The bank will not take this payment back. Nothing went back through the card; the platform's finance staff can help.");

    private final String buyerMessage;

    RefundRefusalReason(String words) {
        this.buyerMessage = words;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String buyerMessage() {
        return buyerMessage;
    }

    static Optional<RefundRefusalReason> of(String word) {
        return Arrays.stream(values()).filter(each -> each.code().equals(word)).findFirst();
    }

    /** What the ledger's word means for a refund: a reversal knows no other than these two, so any other is a defect and stops it. */
    static RefundRefusalReason of(RejectionReason reason) {
        return switch (reason) {
            case INSUFFICIENT_FUNDS -> NOT_COVERED;
            case ACCOUNT_FROZEN, ACCOUNT_CLOSED -> ACCOUNT_SHUT;
            case ACCOUNT_UNKNOWN,
                    ASSET_MISMATCH,
                    PENDING_UNKNOWN,
                    PENDING_ALREADY_POSTED,
                    PENDING_ALREADY_VOIDED,
                    PENDING_EXPIRED,
                    ALREADY_REVERSED,
                    ID_USED_FOR_ANOTHER,
                    POSTING_UNKNOWN,
                    NOT_REVERSIBLE,
                    OUT_OF_RANGE -> throw new IllegalStateException("The ledger refused a reversal: " + reason);
        };
    }

    /** Money that nobody can send back may still be asked for once there is enough of it; a bank's last word is the last word. */
    PaymentState resultingState() {
        return switch (this) {
            case NOT_COVERED, ACCOUNT_SHUT -> PaymentState.SETTLED;
            case PROVIDER_REFUSED -> PaymentState.REFUND_REFUSED;
        };
    }
}
