package network.fanz.platform.mail;

/** The provider did not take a message. The fault names kinds of errors and codes only: what servers say often quotes addresses. */
final class MailNotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MailNotTaken(String fault) {
        super(fault);
    }
}
