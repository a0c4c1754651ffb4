package network.fanz.platform.mail;

/** The provider did not take a message. The fault names kinds of errors and codes only: what servers say often quotes addresses. */
final class MailNotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    MailNotTaken(Trouble trouble, String fault) {
        super(fault);
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }

    /** What it lies at. */
    enum Trouble {
        /** The way to the server, or the server: all other letters are in the same trouble. */
        WAY,
        /** This receiver for now. */
        RECEIVER,
        /** This receiver for good (RFC 5321, 4.2.1: the first digit is 5). */
        RECEIVER_FOR_GOOD
    }
}
