package network.fanz.platform.cardnumbers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Looks for card numbers in a JSON text: in every name and every value but a typed amount, which is whole base units of a named asset in
 * one of the places where the API takes money. Anywhere else an object of that shape is free text like all the rest.
 */
final class JsonCardNumbers {
    private static final JsonFactory JSON = new JsonFactory();

    /** The fields that hold money, or a list of things with money in them; the empty name is the body itself. */
    private static final Set<String> MONEY = Set.of("", "amount", "price", "legs");

    private static final Pattern ASSET = Pattern.compile("[A-Z0-9-]{2,20}/[0-9]{1,2}");
    private static final Pattern UNITS = Pattern.compile("-?[0-9]{1,78}");

    /** An account's own minimum is whole base units without an object around them. */
    private static final String MINIMUM = "minimum";

    private final Deque<JsonObjectScope> open = new ArrayDeque<>();

    /** An object or list that is being read. */
    private static final class JsonObjectScope {
        private final String name;
        private final boolean trusted;
        private boolean asset;
        private @Nullable String units;

        JsonObjectScope(String name, boolean trusted) {
            this.name = name;
            this.trusted = trusted;
        }
    }

    private final boolean document;

    private JsonCardNumbers(boolean document) {
        this.document = document;
    }

    /** What is no JSON is read as free text; nobody else will read it as JSON. */
    static boolean in(String text) {
        return in(text, false);
    }

    /** In a text that tells of an identity document: in all of it but the document's own number. */
    static boolean besideADocuments(String text) {
        return in(text, true);
    }

    private static boolean in(String text, boolean document) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return new JsonCardNumbers(document).anyIn(parser);
        } catch (JacksonException malformed) {
            return CardNumbers.in(text);
        }
    }

    private boolean anyIn(JsonParser parser) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            boolean found = switch (token) {
                case START_OBJECT, START_ARRAY -> begin(parser);
                case END_OBJECT, END_ARRAY -> end();
                case PROPERTY_NAME -> CardNumbers.in(parser.currentName());
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> value(parser);
                default -> false;
            };
            if (found) {
                return true;
            }
        }
        return false;
    }

    private boolean begin(JsonParser parser) {
        JsonObjectScope around = open.peek();
        String name = around == null ? "" : nameHere(parser, around);
        open.push(new JsonObjectScope(name, MONEY.contains(name) && (around == null || around.trusted)));
        return false;
    }

    /** Of an object in a list, the list's. */
    private static String nameHere(JsonParser parser, JsonObjectScope around) {
        // The token before says it: inside an object the parent of the new scope has a current name.
        String name = parser.streamReadContext().getParent().currentName();
        return name == null ? around.name : name;
    }

    /** Only now is it known whether an asset stood beside the units. */
    private boolean end() {
        JsonObjectScope ended = open.pop();
        return ended.units != null && !ended.asset && CardNumbers.in(ended.units);
    }

    private boolean value(JsonParser parser) {
        String text = parser.getString();
        String name = parser.currentName();
        JsonObjectScope around = open.peek();
        if (document && DocumentNumbers.FIELD.equals(name) && open.size() <= DocumentNumbers.DEPTH_MAX) {
            return false;
        }
        if (around == null || !around.trusted || name == null) {
            return CardNumbers.in(text);
        }
        if (name.equals("asset") && ASSET.matcher(text).matches()) {
            around.asset = true;
            return false;
        }
        boolean units = UNITS.matcher(text).matches();
        if (units && name.equals("amount") && around.units == null) {
            around.units = text;
            return false;
        }
        return !(units && name.equals(MINIMUM) && open.size() == 1) && CardNumbers.in(text);
    }
}
