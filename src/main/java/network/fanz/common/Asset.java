package network.fanz.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * What an amount is counted in.
 *
 * @param code the asset's name in this ledger, such as {@code USD}: capital letters, digits and dashes, 2 to 20 of them
 * @param scale how many decimal places one whole unit has in base units: 2 for US dollars (ISO 4217), 18 for ether
 */
public record Asset(String code, int scale) {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,19}");
    private static final int SCALE_MAX = 36;

    public static final Asset USD = new Asset("USD", 2);
    public static final Asset EUR = new Asset("EUR", 2);

    public Asset {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("An asset's code has 2 to 20 capital letters, digits or dashes.");
        }
        if (scale < 0 || scale > SCALE_MAX) {
            throw new IllegalArgumentException("An asset's scale lies between 0 and 36.");
        }
    }

    /**
     * Reads {@code USD/2}.
     *
     * @throws IllegalArgumentException if it is not a code, a slash and a scale
     */
    @JsonCreator
    public static Asset of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,2}")) {
            throw new IllegalArgumentException("An asset is written as code and scale, such as USD/2.");
        }
        return new Asset(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
    }

    @JsonValue
    @Override
    public String toString() {
        return code + "/" + scale;
    }
}
