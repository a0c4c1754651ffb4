package network.fanz.finance.payments;

import java.util.Locale;

/** Where a fan's request for their money stands. */
public enum RefundRequestState {
    /** The creator looks at it first. */
    WITH_CREATOR,
    /** The creator has declined or not answered, or the refund could not be made; finance staff decide. */
    WITH_FINANCE,
    /** The refund is under way. */
    GIVING_BACK,
    GIVEN_BACK,
    DECLINED,
    WITHDRAWN,
    /** The bank or the provider takes the money back without us. */
    TAKEN_BACK,
    /** It was to be given back, and the bank has refused that for good. */
    NOT_POSSIBLE;

    /** How it is stored and told to others; it never changes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none */
    public static RefundRequestState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether somebody has to decide. */
    public boolean isOpen() {
        return this == WITH_CREATOR || this == WITH_FINANCE;
    }
}
