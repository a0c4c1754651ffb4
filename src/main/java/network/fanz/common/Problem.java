package network.fanz.common;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in words for the caller. Each cause is a subclass of its own, marked with {@link ProblemType}; the web maps
 * all of them in one place to {@code application/problem+json} (RFC 9457). The detail never holds personal data or a secret.
 */
public abstract class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String field;

    protected Problem(String detail) {
        this(null, detail);
    }

    /**
     * @param field the input's field that is to blame, as the caller named it; null if none is
     * @param detail what is wrong and what would be right, a sentence
     */
    protected Problem(@Nullable String field, String detail) {
        super(detail);
        this.field = field;
    }

    public final @Nullable String field() {
        return field;
    }

    public final String detail() {
        return String.valueOf(getMessage());
    }

    public final ProblemType type() {
        return getClass().getAnnotation(ProblemType.class);
    }

    /** Seconds after which another try makes sense; null where none does. Sent as {@code Retry-After}. */
    public @Nullable Long retryAfterSeconds() {
        return null;
    }
}
