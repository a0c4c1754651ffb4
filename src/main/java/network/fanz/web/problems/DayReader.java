package network.fanz.web.problems;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a day in its one form, such as 1990-12-31: the library would take a list of numbers, and strip spaces around a text. */
final class DayReader extends StdDeserializer<LocalDate> {
    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    DayReader() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (LocalDate) context.handleUnexpectedToken(getValueType(context), parser);
        }
        String text = parser.getString();
        if (FORM.matcher(text).matches()) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException noSuchDay) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no day of the calendar");
            }
        }
        return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no day");
    }
}
