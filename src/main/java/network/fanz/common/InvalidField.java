package network.fanz.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field of the request is missing or not what it should be; with it may come others that are not either. */
@ProblemType(value = "invalid-field", status = 422, title = "A field is not valid")
public final class InvalidField extends Problem {
    private static final long serialVersionUID = 1L;

    private final @Nullable InvalidField next;

    public InvalidField(String field, String detail) {
        this(field, Sentence.of(detail));
    }

    public InvalidField(String field, Sentence sentence) {
        this(field, sentence, null);
    }

    private InvalidField(@Nullable String field, Sentence sentence, @Nullable InvalidField next) {
        super(field, sentence);
        this.next = next;
    }

    /**
     * All of these as one refusal, so that nobody mends one field only to hear of the next.
     *
     * @param wrong at least one
     */
    public static InvalidField ofAll(List<InvalidField> wrong) {
        InvalidField all = wrong.getLast();
        for (InvalidField one : wrong.reversed().subList(1, wrong.size())) {
            all = new InvalidField(one.field(), one.sentence(), all);
        }
        return all;
    }

    /** The others that are wrong as well, as a refusal of their own; null if there are none. */
    public @Nullable InvalidField next() {
        return next;
    }

    /** @throws InvalidField if the field was left out */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidField(field, "This field is needed.");
        }
        return value;
    }
}
