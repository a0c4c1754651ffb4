package network.fanz.platform.mail;

/** The settings say no good way for mail to go; the program does not start. */
final class MailNotConfigured extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    MailNotConfigured(String detail, String remedy) {
        super(detail);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
