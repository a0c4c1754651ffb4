package network.fanz.insight.analytics;

import java.math.BigInteger;

/** What payments of one asset come to on a day, or in a period. */
record PaymentTotals(
        long payments,
        long creators,
        BigInteger volume,
        BigInteger fees,
        BigInteger shares,
        BigInteger feesReturned,
        BigInteger sharesReturned) {
    static final PaymentTotals NONE = new PaymentTotals(
            0, 0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    BigInteger revenue() {
        return fees.subtract(feesReturned);
    }

    BigInteger earnings() {
        return shares.subtract(sharesReturned);
    }

    PaymentTotals plus(PaymentTotals other) {
        return new PaymentTotals(
                payments + other.payments,
                creators + other.creators,
                volume.add(other.volume),
                fees.add(other.fees),
                shares.add(other.shares),
                feesReturned.add(other.feesReturned),
                sharesReturned.add(other.sharesReturned));
    }

    PaymentTotals negated() {
        return new PaymentTotals(
                -payments,
                -creators,
                volume.negate(),
                fees.negate(),
                shares.negate(),
                feesReturned.negate(),
                sharesReturned.negate());
    }

    /** Distinct people cannot be added up, so they are counted apart. */
    PaymentTotals withCreators(long distinct) {
        return new PaymentTotals(payments, distinct, volume, fees, shares, feesReturned, sharesReturned);
    }
}
