package network.fanz.finance.payments;

/**
 * How many requests for refunds wait for finance staff, counted up to a hundred.
 *
 * @param late those of them that should have been answered by now
 */
public record RefundRequestCount(int waiting, int late) {}
