package network.fanz.walkthrough;

/** The program answered something else than it should. */
public final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unexpected(String message) {
        super(message);
    }
}
