package network.fanz.common;

/** A field of the request is missing or not what it should be. */
@ProblemType(value = "invalid-field", status = 422, title = "A field is not valid")
public final class InvalidField extends Problem {
    private static final long serialVersionUID = 1L;

    public InvalidField(String field, String detail) {
        super(field, detail);
    }
}
