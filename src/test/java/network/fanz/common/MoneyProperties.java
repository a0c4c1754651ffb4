package network.fanz.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts: what is written is what was meant, to the base unit. */
class MoneyProperties {
    private static final String LARGEST = "999999999999999999999999999999999999999999999999999999999999";

    @Property
    void readsBackWhatItWrites(
            @ForAll @BigRange(min = "-" + LARGEST, max = LARGEST) BigInteger units,
            @ForAll @IntRange(max = 36) int scale) {
        Money money = new Money(new Asset("COIN", scale), units);
        assertThat(Money.parse(money.asset(), money.decimal())).isEqualTo(money);
    }

    @Property
    void refusesWhatIsFinerThanItsAsset(
            @ForAll @IntRange(max = 35) int scale, @ForAll @IntRange(min = 1, max = 9) int digit) {
        Asset asset = new Asset("COIN", scale);
        assertThatThrownBy(() -> Money.parse(asset, "1." + "0".repeat(scale) + digit))
                .isInstanceOf(NumberFormatException.class)
                .hasMessageContaining("At most " + scale);
    }

    @Property
    void takesAwayWhatItAddsAndOrdersByWhatIsLeft(
            @ForAll @BigRange(min = "-" + LARGEST, max = LARGEST) BigInteger first,
            @ForAll @BigRange(min = "-" + LARGEST, max = LARGEST) BigInteger second) {
        Money one = new Money(Asset.USD, first);
        Money other = new Money(Asset.USD, second);
        assertThat(one.plus(other)).isEqualTo(other.plus(one));
        assertThat(one.plus(other).minus(other)).isEqualTo(one);
        assertThat(one.plus(one.negated()).isZero()).isTrue();
        assertThat(Integer.signum(one.compareTo(other)))
                .isEqualTo(one.minus(other).units().signum());
    }

    @Property
    void neverSumsTwoAssets(@ForAll @IntRange(max = 1_000) int units) {
        assertThatThrownBy(() -> Money.of(Asset.USD, units).plus(Money.of(Asset.EUR, units)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1.", ".5", "+1", "1e5", "1,50", "--1", "0x10", "NaN", "\u0661", "1.2.3", "1 2"})
    void readsPlainDecimalsOnly(String text) {
        assertThatThrownBy(() -> Money.parse(Asset.USD, text)).isInstanceOf(NumberFormatException.class);
    }
}
