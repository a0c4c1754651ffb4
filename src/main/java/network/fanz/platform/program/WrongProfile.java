package network.fanz.platform.program;

/** Settings that the profile does not allow. */
final class WrongProfile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongProfile(String message) {
        super(message);
    }
}
