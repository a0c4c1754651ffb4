package network.fanz.common;

import org.jspecify.annotations.Nullable;

/** A field of the request is missing or not what it should be. */
@ProblemType(value = "invalid-field", status = 422, title = "A field is not valid")
public final class InvalidField extends Problem {
    private static final long serialVersionUID = 1L;

    public InvalidField(String field, String detail) {
        super(field, detail);
    }

    /** @throws InvalidField if the field was left out */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidField(field, "This field is needed.");
        }
        return value;
    }
}
