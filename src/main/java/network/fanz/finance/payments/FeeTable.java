package network.fanz.finance.payments;

import java.math.BigInteger;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import network.fanz.common.Money;

/**
 * What the platform keeps, as the operator has set it.
 *
 * @param version rises with each table; a payment keeps the version that it was made under
 * @param effectiveFrom when it begins to hold
 * @param basisPoints of the price, 0 to 10000, for every kind; a table from before works were sold one by one takes for them what it takes for
 *     passes
 */
public record FeeTable(int version, Instant effectiveFrom, Map<PaymentKind, Integer> basisPoints) {
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    public FeeTable {
        Map<PaymentKind, Integer> all = new EnumMap<>(PaymentKind.class);
        all.putAll(basisPoints);
        if (all.containsKey(PaymentKind.PASS)) {
            all.putIfAbsent(PaymentKind.PPV, all.get(PaymentKind.PASS));
        }
        basisPoints = Map.copyOf(all);
    }

    /** The fee, rounded down to a base unit: what does not divide stays with the creator. */
    public Money fee(PaymentKind kind, Money price) {
        BigInteger points = BigInteger.valueOf(Objects.requireNonNull(basisPoints.get(kind)));
        return new Money(price.asset(), price.units().multiply(points).divide(WHOLE));
    }
}
