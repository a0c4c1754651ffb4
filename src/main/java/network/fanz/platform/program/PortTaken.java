package network.fanz.platform.program;

/** The program cannot listen where it was told to. */
final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTaken(String address, int port, Throwable cause) {
        super(
                "Port " + port + " on " + address + " cannot be had: " + cause.getMessage()
                        + ". Stop what listens there, or name another with --port.",
                cause);
    }
}
