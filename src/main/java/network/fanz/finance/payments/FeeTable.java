package network.fanz.finance.payments;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import network.fanz.common.Money;

/**
 * What the platform keeps, as the operator has set it.
 *
 * @param version rises with each table; a payment keeps the version that it was made under
 * @param effectiveFrom when it begins to hold
 * @param basisPoints of the price, 0 to 10000, for every kind
 */
public record FeeTable(int version, Instant effectiveFrom, Map<PaymentKind, Integer> basisPoints) {
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    public FeeTable {
        basisPoints = Map.copyOf(basisPoints);
    }

    /** The fee, rounded down to a base unit: what does not divide stays with the creator. */
    public Money fee(PaymentKind kind, Money price) {
        BigInteger points = BigInteger.valueOf(Objects.requireNonNull(basisPoints.get(kind)));
        return new Money(price.asset(), price.units().multiply(points).divide(WHOLE));
    }
}
