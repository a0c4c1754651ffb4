package network.fanz.common;

/** There is no such thing, or none that the caller may know of: both look the same. */
@ProblemType(value = "not-found", status = 404, title = "Not found")
public final class NotFound extends Problem {
    private static final long serialVersionUID = 1L;

    public NotFound(String what) {
        super(Sentence.of("There is no such {0}.", Sentence.of(what)));
    }
}
