package network.fanz.common;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in words for the caller. Each cause is a subclass of its own, marked with {@link ProblemType}; the web maps
 * all of them in one place to {@code application/problem+json} (RFC 9457). The detail never holds personal data or a secret.
 */
public abstract class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String field;
    private final Sentence sentence;

    protected Problem(String detail) {
        this(null, Sentence.of(detail));
    }

    protected Problem(Sentence sentence) {
        this(null, sentence);
    }

    protected Problem(@Nullable String field, String detail) {
        this(field, Sentence.of(detail));
    }

    /**
     * @param field the input's field that is to blame, as the caller named it; null if none is
     * @param sentence what is wrong and what would be right
     */
    protected Problem(@Nullable String field, Sentence sentence) {
        this.field = field;
        this.sentence = sentence;
    }

    public final @Nullable String field() {
        return field;
    }

    /** In English; made when somebody reads it, for many are thrown under a flood. */
    @Override
    public final String getMessage() {
        return sentence.english();
    }

    /** What is wrong, in English: for logs and records. */
    public final String detail() {
        return sentence.english();
    }

    /** What is wrong, to be said in the reader's language. */
    public final Sentence sentence() {
        return sentence;
    }

    public final ProblemType type() {
        return getClass().getAnnotation(ProblemType.class);
    }

    /** Seconds after which another try makes sense; null where none does. Sent as {@code Retry-After}. */
    public @Nullable Long retryAfterSeconds() {
        return null;
    }
}
