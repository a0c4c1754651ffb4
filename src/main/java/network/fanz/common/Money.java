package network.fanz.common;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An amount of one asset in whole base units (cents, wei). Never a floating-point number, and never two assets in one sum. In
 * JSON it is {@code {"asset": "USD/2", "amount": "1250"}}: base units as a decimal string.
 *
 * @param asset what is counted
 * @param units how many base units; its size is at most 78 decimal digits, which covers a {@code uint256}
 */
public record Money(
        Asset asset,

        @JsonProperty("amount") @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigInteger units) implements Comparable<Money> {
    private static final int DIGITS_MAX = 78;
    /** What has no more bits than this has no more digits than that, so that they need not be counted. */
    private static final int SHORT_BITS = 258;

    public Money {
        java.util.Objects.requireNonNull(asset, "asset");
        int bits = units.bitLength();
        if (bits > SHORT_BITS && (bits > 260 || units.abs().toString().length() > DIGITS_MAX)) {
            throw new ArithmeticException("An amount has at most 78 digits");
        }
    }

    public static Money of(Asset asset, long units) {
        return new Money(asset, BigInteger.valueOf(units));
    }

    public static Money zero(Asset asset) {
        return of(asset, 0);
    }

    /**
     * Reads what a person wrote, such as {@code 12.50}.
     *
     * @throws NumberFormatException if it is no plain decimal number, or is finer than the asset's scale
     */
    public static Money parse(Asset asset, String decimal) {
        String text = decimal.strip();
        if (!text.matches("-?[0-9]{1,60}(\\.[0-9]{1,36})?")) {
            throw new NumberFormatException("Not a decimal number");
        }
        try {
            return new Money(
                    asset, new BigDecimal(text).movePointRight(asset.scale()).toBigIntegerExact());
        } catch (ArithmeticException tooFine) {
            throw new NumberFormatException("At most " + asset.scale() + " decimal places in " + asset.code());
        }
    }

    public Money plus(Money other) {
        return new Money(asset, units.add(same(other).units));
    }

    public Money minus(Money other) {
        return new Money(asset, units.subtract(same(other).units));
    }

    public Money negated() {
        return new Money(asset, units.negate());
    }

    @JsonIgnore
    public boolean isPositive() {
        return units.signum() > 0;
    }

    @JsonIgnore
    public boolean isZero() {
        return units.signum() == 0;
    }

    @Override
    public int compareTo(Money other) {
        return units.compareTo(same(other).units);
    }

    /** The amount as people write it, without the asset: {@code 12.50}. */
    public String decimal() {
        return new BigDecimal(units, asset.scale()).toPlainString();
    }

    /** The amount as the reader would type it, without the asset: {@code 12.50}, or {@code 12,50} in German. */
    public String typed() {
        return decimal().replace('.', Language.current().decimalSign());
    }

    /** The amount as sentences write it in the reader's language: {@code 500,000 JPY}. */
    public String grouped() {
        return grouped(Language.current());
    }

    String grouped(Language language) {
        return String.format(language.locale(), "%,." + asset.scale() + "f", new BigDecimal(units, asset.scale())) + " "
                + asset.code();
    }

    @Override
    public String toString() {
        return decimal() + " " + asset.code();
    }

    private Money same(Money other) {
        if (!asset.equals(other.asset)) {
            throw new IllegalArgumentException("Two assets in one sum: " + asset + " and " + other.asset);
        }
        return other;
    }
}
