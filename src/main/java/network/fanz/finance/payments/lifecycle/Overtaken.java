package network.fanz.finance.payments.lifecycle;

/** The payment has been moved since it was read. The caller reads it again and decides anew. */
final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
