package network.fanz.common;

/** A request is larger than its address takes. */
@ProblemType(value = "too-large", status = 413, title = "The request is too large")
public final class TooLarge extends Problem {
    private static final long serialVersionUID = 1L;

    public TooLarge() {
        super("The request is larger than this path takes.");
    }

    /** @param most how many bytes it may have */
    public TooLarge(long most) {
        super(Sentence.of("A request to this path has at most {0} bytes.", most));
    }
}
