package network.fanz.finance.payments.spi;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** The vendor gave no answer, so nothing is known of what happened there. */
@ProblemType(value = "provider-unavailable", status = 503, title = "The payment provider does not answer")
public final class PaymentProviderUnavailable extends Problem {
    private static final long serialVersionUID = 1L;

    public PaymentProviderUnavailable(String provider) {
        super(Sentence.of("The payment provider {0} does not answer. Nothing is lost. Try again later.", provider));
    }

    @Override
    public Long retryAfterSeconds() {
        return 10L;
    }
}
