package network.fanz.web.problems;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Reads a word of a list in its one form: the library would strip spaces around it. */
final class EnumWordReader extends DelegatingDeserializer {
    private EnumWordReader(ValueDeserializer<?> words) {
        super(words);
    }

    static ValueDeserializerModifier forAll() {
        return new ValueDeserializerModifier() {
            private static final long serialVersionUID = 1L;

            @Override
            public ValueDeserializer<?> modifyEnumDeserializer(
                    DeserializationConfig config,
                    JavaType type,
                    BeanDescription.Supplier description,
                    ValueDeserializer<?> words) {
                return new EnumWordReader(words);
            }
        };
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> words) {
        return new EnumWordReader(words);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            String word = parser.getString();
            if (word.isBlank() || !word.equals(word.strip())) {
                return context.handleWeirdStringValue(handledType(), word, "not a word of the list");
            }
        }
        return super.deserialize(parser, context);
    }
}
