package network.fanz.common;

/** The caller is known, and may not do this. */
@ProblemType(value = "forbidden", status = 403, title = "Not allowed")
public final class Forbidden extends Problem {
    private static final long serialVersionUID = 1L;

    public Forbidden(String detail) {
        super(detail);
    }

    public Forbidden(Sentence sentence) {
        super(sentence);
    }
}
