package network.fanz.web.problems;

import java.time.Instant;
import network.fanz.common.CanonicalText;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a time in its one form: the library would take numbers, and strip spaces around a text. */
final class TimeReader extends StdDeserializer<Instant> {
    TimeReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (Instant) context.handleUnexpectedToken(getValueType(context), parser);
        }
        try {
            return CanonicalText.time(parser.getString());
        } catch (IllegalArgumentException other) {
            return (Instant) context.handleWeirdStringValue(Instant.class, parser.getString(), "no time");
        }
    }
}
