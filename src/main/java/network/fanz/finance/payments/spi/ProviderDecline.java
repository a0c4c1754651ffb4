package network.fanz.finance.payments.spi;

/** Why a bank or vendor says no. */
public enum ProviderDecline {
    INSUFFICIENT_FUNDS,
    CARD_REFUSED,
    SUSPECTED_FRAUD
}
