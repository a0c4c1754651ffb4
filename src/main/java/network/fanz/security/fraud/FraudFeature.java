package network.fanz.security.fraud;

import java.math.BigInteger;

/** What a rule looks at: a number that is worked out from the features of a payment. A card that is kept here has paid before, so it tests nothing. */
enum FraudFeature {
    /** Cards that were refused within a day on the payer's device, of accounts without a good history, beyond what its place explains. */
    DEVICE_REFUSED_CARDS,
    /** The same from the payer's network address. */
    ADDRESS_REFUSED_CARDS,
    /** Cards of this account that were refused within a day. */
    ACCOUNT_REFUSED_CARDS,
    /** Payments of this account within an hour that still wait for a card. */
    UNFINISHED_PAYMENTS,
    PAYMENTS_IN_AN_HOUR,
    /** Base units within an hour, this payment included. */
    AMOUNT_IN_AN_HOUR,
    /** Payments that the payer's bank has taken back. */
    DISPUTED_PAYMENTS,
    REFUNDED_PAYMENTS,
    /** Base units of a payment before which no other was kept; else 0. */
    FIRST_AMOUNT,
    /** How many times the average of the payments that were kept, if there are enough of them. */
    TIMES_THE_HABIT,
    /** 1 if the payer's address lies in another country than the account. */
    OTHER_COUNTRY,
    /** 1 if the account is less than a day old. */
    FIRST_DAY,
    /** 1 if no payment to this creator was kept before. */
    NEW_CREATOR;

    private static final int HABIT_PAYMENTS_MIN = 3;
    private static final int DAY_MINUTES = 24 * 60;
    /** Where many people share an address, some cards are refused: one is explained by so many accounts that have paid. */
    private static final int PAYERS_FOR_A_REFUSAL = 2;

    /** Whether it is an amount of money, in base units of the payment's asset. */
    boolean isAmount() {
        return this == AMOUNT_IN_AN_HOUR || this == FIRST_AMOUNT;
    }

    BigInteger of(RiskFeatures features) {
        return switch (this) {
            case DEVICE_REFUSED_CARDS -> nearby(features, features.deviceRefusedCards());
            case ADDRESS_REFUSED_CARDS -> nearby(features, features.addressRefusedCards());
            case ACCOUNT_REFUSED_CARDS -> ofNewCard(features, features.accountRefusedCards());
            case UNFINISHED_PAYMENTS -> ofNewCard(features, features.unfinishedPayments());
            case PAYMENTS_IN_AN_HOUR -> BigInteger.valueOf(features.recentPayments());
            case AMOUNT_IN_AN_HOUR -> features.recentAmount().add(features.amount());
            case DISPUTED_PAYMENTS -> BigInteger.valueOf(features.disputedPayments());
            case REFUNDED_PAYMENTS -> BigInteger.valueOf(features.refundedPayments());
            case FIRST_AMOUNT -> features.goodPayments() == 0 ? features.amount() : BigInteger.ZERO;
            case TIMES_THE_HABIT -> timesTheHabit(features);
            case OTHER_COUNTRY -> flag(features.countryMismatch());
            case FIRST_DAY -> flag(features.accountAgeMinutes() < DAY_MINUTES);
            case NEW_CREATOR -> flag(!features.knownPair());
        };
    }

    /** What strangers do nearby is not held against an account with a good history. */
    private static BigInteger nearby(RiskFeatures features, int refused) {
        int explained = features.addressPayers() / PAYERS_FOR_A_REFUSAL;
        return features.goodHistory() ? BigInteger.ZERO : ofNewCard(features, Math.max(0, refused - explained));
    }

    private static BigInteger ofNewCard(RiskFeatures features, int count) {
        return features.savedCard() ? BigInteger.ZERO : BigInteger.valueOf(count);
    }

    private static BigInteger timesTheHabit(RiskFeatures features) {
        boolean enough = features.goodPayments() >= HABIT_PAYMENTS_MIN
                && features.goodAmount().signum() > 0;
        return enough
                ? features.amount()
                        .multiply(BigInteger.valueOf(features.goodPayments()))
                        .divide(features.goodAmount())
                : BigInteger.ZERO;
    }

    private static BigInteger flag(boolean holds) {
        return holds ? BigInteger.ONE : BigInteger.ZERO;
    }
}
