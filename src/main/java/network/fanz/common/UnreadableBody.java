package network.fanz.common;

/** The body is not what its content type says. */
@ProblemType(value = "unreadable-body", status = 400, title = "The body cannot be read")
public final class UnreadableBody extends Problem {
    private static final long serialVersionUID = 1L;

    public UnreadableBody() {
        this("The body is missing, or is not well-formed JSON.");
    }

    public UnreadableBody(String detail) {
        super(detail);
    }
}
