package network.fanz.platform.idempotency;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The key of a changing request: the header {@code Idempotency-Key}, or the hidden field {@code _key} of a form. */
public final class IdempotencyKey {
    /** A handler may take it by {@code @RequestHeader}; a form's key shows there too. */
    public static final String HEADER = "Idempotency-Key";

    public static final String FIELD = "_key";

    /**
     * The cookie of a sentence that a form leaves for the next page. It is no secret, so an answer that sets no other is stored with
     * it: else the same form sent twice would do its work twice.
     */
    public static final String NOTICE = "notice";

    static final String ATTRIBUTE = IdempotencyKey.class.getName();
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{8,200}");

    private IdempotencyKey() {}

    static String checked(@Nullable String key, String where) {
        if (key == null || !PRINTABLE.matcher(key).matches()) {
            throw new IdempotencyKeyRequired(where);
        }
        return key;
    }
}
