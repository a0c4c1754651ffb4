package network.fanz.web.problems;

import java.util.UUID;
import network.fanz.common.CanonicalText;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads an id in its one form: the library would strip spaces around it, and take other alphabets. */
final class UuidReader extends StdDeserializer<UUID> {
    UuidReader() {
        super(UUID.class);
    }

    @Override
    public UUID deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (UUID) context.handleUnexpectedToken(getValueType(context), parser);
        }
        try {
            return CanonicalText.uuid(parser.getString());
        } catch (IllegalArgumentException other) {
            return (UUID) context.handleWeirdStringValue(UUID.class, parser.getString(), "no UUID");
        }
    }
}
