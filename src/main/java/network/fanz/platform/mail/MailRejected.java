package network.fanz.platform.mail;

/** The provider did not take a message. The fault names kinds of errors and codes only: what servers say often quotes addresses. */
final class MailRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RejectionScope scope;

    MailRejected(RejectionScope rejectionScope, String fault) {
        super(fault);
        this.scope = rejectionScope;
    }

    RejectionScope scope() {
        return scope;
    }

    /** What it lies at. */
    enum RejectionScope {
        /** The way to the server, or the server: all other letters are in the same trouble. */
        SERVER,
        /** The text of this letter, for good; others may fare better. */
        TEXT,
        /** This receiver for now. */
        RECIPIENT,
        /** This receiver for good (RFC 5321, 4.2.1: the first digit is 5). */
        RECIPIENT_PERMANENT
    }
}
