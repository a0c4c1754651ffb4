package network.fanz.finance.payments;

/** A part that has a statement of its own. */
public enum WalletSection {
    /** Money kept here. */
    BALANCE,
    /** What was paid by card: each payment comes in from the card and goes out to creator and platform. */
    PURCHASES,
    EARNINGS
}
