package network.fanz.security.ratelimit.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of queries and forms (WHATWG URL, 5.1), read strictly: what is not well-formed is refused, not guessed. */
final class FormFields {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final int most;
    private int count;

    /** @param most how many fields there may be in all */
    FormFields(int most) {
        this.most = most;
    }

    /** @throws MalformedFields if there are too many, a percent sign stands before no two hexadecimal digits, or the bytes are no UTF-8 text */
    FormFields add(@Nullable String encoded) {
        int start = 0;
        while (encoded != null && start < encoded.length()) {
            int end = encoded.indexOf('&', start);
            end = end < 0 ? encoded.length() : end;
            if (end > start) {
                addOne(encoded.substring(start, end));
            }
            start = end + 1;
        }
        return this;
    }

    Map<String, String[]> byName() {
        Map<String, String[]> all = new LinkedHashMap<>();
        values.forEach((name, given) -> all.put(name, given.toArray(String[]::new)));
        return all;
    }

    private void addOne(String field) {
        if (++count > most) {
            throw new MalformedFields(most);
        }
        int equals = field.indexOf('=');
        String name = decoded(equals < 0 ? field : field.substring(0, equals));
        String value = equals < 0 ? "" : decoded(field.substring(equals + 1));
        values.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value);
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        byte[] given = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(given.length);
        for (int at = 0; at < given.length; at++) {
            if (given[at] == '%') {
                bytes.put(octet(given, at));
                at += 2;
            } else {
                bytes.put(given[at] == '+' ? (byte) ' ' : given[at]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException other) {
            throw new MalformedFields();
        }
    }

    private static byte octet(byte[] given, int percent) {
        int high = percent + 2 < given.length ? Character.digit(given[percent + 1], 16) : -1;
        int low = percent + 2 < given.length ? Character.digit(given[percent + 2], 16) : -1;
        if (high < 0 || low < 0) {
            throw new MalformedFields();
        }
        return (byte) (high << 4 | low);
    }
}
