package network.fanz.web.form;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.Asset;
import network.fanz.common.InvalidField;
import network.fanz.common.Language;
import network.fanz.common.Money;
import network.fanz.common.Sentence;

/**
 * Amounts as people type them: {@code 12.50}, {@code 12,50}, {@code 1,250.00}, {@code 1.250,00}. What can be read in two ways is refused:
 * {@code 1,000} is a thousand here and one there. Three decimals of an asset that has so many take the sign of the reader's language.
 */
final class AmountText {
    private static final Pattern PLAIN = Pattern.compile("(-?[0-9]{1,60})(?:([.,])([0-9]{1,36}))?");
    private static final Pattern GROUPED =
            Pattern.compile("(-?[0-9]{1,3}(?:,[0-9]{3}){1,19}\\.|-?[0-9]{1,3}(?:\\.[0-9]{3}){1,19},)([0-9]{1,36})");
    /** As many digits as stand between two separators of thousands. */
    private static final int GROUP = 3;

    private AmountText() {}

    /**
     * @param field the field to blame
     * @throws InvalidField if it is no amount, is finer than the asset's scale, or can be read in two ways
     */
    static Money read(String field, Asset asset, String text) {
        Matcher grouped = GROUPED.matcher(text);
        if (grouped.matches()) {
            return parse(field, asset, grouped.group(1).replaceAll("[.,]", ""), grouped.group(2));
        }
        Matcher plain = PLAIN.matcher(text);
        if (!plain.matches()) {
            throw shape(field, asset);
        }
        String decimals = plain.group(3);
        if (decimals != null
                && decimals.length() == GROUP
                && (asset.scale() < GROUP || !isDecimalSign(plain.group(2)))) {
            throw new InvalidField(
                    field,
                    Sentence.of(
                            "This can be read in two ways. Write it without a sign between the thousands, such as {0}.",
                            of(asset, 1000).typed()));
        }
        return parse(field, asset, plain.group(1), decimals == null ? "0" : decimals);
    }

    /** In the reader's language: pages write amounts so. */
    private static boolean isDecimalSign(String sign) {
        return sign.charAt(0) == Language.current().decimalSign();
    }

    private static Money parse(String field, Asset asset, String whole, String decimals) {
        try {
            return Money.parse(asset, whole + "." + decimals);
        } catch (NumberFormatException tooFine) {
            throw shape(field, asset);
        }
    }

    private static InvalidField shape(String field, Asset asset) {
        return new InvalidField(
                field,
                Sentence.of(
                        asset.scale() == 0
                                ? "Write a whole amount such as 1250."
                                : "Write an amount such as {0}, with at most {1} decimals.",
                        Money.of(asset, 12_500).typed(),
                        asset.scale()));
    }

    private static Money of(Asset asset, long whole) {
        return new Money(asset, BigInteger.TEN.pow(asset.scale()).multiply(BigInteger.valueOf(whole)));
    }
}
