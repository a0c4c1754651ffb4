package network.fanz.web.problems;

import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads an amount's base units in their one form: no plus sign, no zero in front, no space around. */
final class WholeNumberReader extends StdDeserializer<BigInteger> {
    private static final Pattern FORM = Pattern.compile("0|-?[1-9][0-9]{0,99}");

    WholeNumberReader() {
        super(BigInteger.class);
    }

    @Override
    public BigInteger deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return parser.getBigIntegerValue();
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (BigInteger) context.handleUnexpectedToken(getValueType(context), parser);
        }
        String text = parser.getString();
        return FORM.matcher(text).matches()
                ? new BigInteger(text)
                : (BigInteger) context.handleWeirdStringValue(BigInteger.class, text, "not a whole number");
    }
}
