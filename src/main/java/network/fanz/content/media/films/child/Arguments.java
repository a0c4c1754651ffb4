package network.fanz.content.media.films.child;

import java.util.HashMap;
import java.util.Map;

/** What the process was told: names and values. */
final class Arguments {
    private final Map<String, String> values = new HashMap<>();

    Arguments(String... said) {
        for (String one : said) {
            int at = one.indexOf('=');
            values.put(one.substring(0, at), one.substring(at + 1));
        }
    }

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Nobody said " + name);
        }
        return value;
    }

    long number(String name) {
        return Long.parseLong(text(name));
    }

    int whole(String name) {
        return Math.toIntExact(number(name));
    }
}
