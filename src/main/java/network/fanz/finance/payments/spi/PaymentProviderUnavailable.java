package network.fanz.finance.payments.spi;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The vendor gave no answer, so nothing is known of what happened there. */
@ProblemType(value = "provider-unavailable", status = 503, title = "The payment provider does not answer")
public final class PaymentProviderUnavailable extends Problem {
    private static final long serialVersionUID = 1L;

    public PaymentProviderUnavailable(String provider) {
        super("The payment provider " + provider + " does not answer. Nothing is lost. Try again later.");
    }

    @Override
    public Long retryAfterSeconds() {
        return 10L;
    }
}
