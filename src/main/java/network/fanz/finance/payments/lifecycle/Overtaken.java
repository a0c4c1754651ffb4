package network.fanz.finance.payments.lifecycle;

/** Somebody else has moved the payment since it was read: read it again and look. */
final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
