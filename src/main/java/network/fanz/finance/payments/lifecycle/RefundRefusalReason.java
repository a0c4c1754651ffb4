package network.fanz.finance.payments.lifecycle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import network.fanz.finance.ledger.RejectionReason;
import network.fanz.finance.payments.BuyerMessages;
import network.fanz.finance.payments.PaymentState;

/** Why a refund came to nothing. {@link BuyerMessages} says it to buyer and seller. */
public enum RefundRefusalReason {
    /** The creator's earnings here are less than what is to be paid back. */
    NOT_COVERED,
    /** The creator's account in the ledger is frozen or closed. */
    ACCOUNT_SHUT,
    /** The provider or the bank has refused for good. */
    PROVIDER_REFUSED;

    /** How it is stored, and how the API and the events name it; it never changes. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RefundRefusalReason> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /**
     * Why the ledger has refused the reversal; empty for a reason that no reversal of a settled payment can have: that is a defect.
     */
    static Optional<RefundRefusalReason> of(RejectionReason reason) {
        return switch (reason) {
            case INSUFFICIENT_FUNDS -> Optional.of(NOT_COVERED);
            case ACCOUNT_FROZEN, ACCOUNT_CLOSED -> Optional.of(ACCOUNT_SHUT);
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
                    OUT_OF_RANGE,
                    KEPT_BY_ANOTHER -> Optional.empty();
        };
    }

    /**
     * The state that the payment comes into. Where the ledger has refused, the payment is settled again: the creator may have enough
     * another day, so the refund may be asked for again. Where the provider has refused for good, no refund is possible any more.
     */
    PaymentState resultingState() {
        return switch (this) {
            case NOT_COVERED, ACCOUNT_SHUT -> PaymentState.SETTLED;
            case PROVIDER_REFUSED -> PaymentState.REFUND_REFUSED;
        };
    }
}
