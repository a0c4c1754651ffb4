package network.fanz.finance.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import network.fanz.common.Asset;
import network.fanz.common.Money;

/** How a price is divided. */
class FeeTableProperties {
    @Property
    void feeAndShareAreThePriceToTheBaseUnit(
            @ForAll @BigRange(min = "1", max = "100000000000000000000000000") BigInteger units,
            @ForAll @IntRange(max = 10_000) int basisPoints,
            @ForAll PaymentKind kind) {
        Money price = new Money(Asset.USD, units);
        Money fee = table(basisPoints).fee(kind, price);
        assertThat(fee.units()).isBetween(BigInteger.ZERO, units);
        assertThat(fee.plus(price.minus(fee))).isEqualTo(price);
        BigInteger exact = units.multiply(BigInteger.valueOf(basisPoints));
        BigInteger rounding = exact.subtract(fee.units().multiply(BigInteger.valueOf(10_000)));
        assertThat(rounding).isBetween(BigInteger.ZERO, BigInteger.valueOf(9_999));
    }

    private static FeeTable table(int basisPoints) {
        return new FeeTable(1, Instant.EPOCH, Map.of(PaymentKind.TIP, basisPoints, PaymentKind.PASS, basisPoints));
    }
}
