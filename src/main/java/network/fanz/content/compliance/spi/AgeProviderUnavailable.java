package network.fanz.content.compliance.spi;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** The provider gave no answer, so nothing is known of what happened there. */
@ProblemType(value = "age-provider-unavailable", status = 503, title = "The provider that checks ages does not answer")
public final class AgeProviderUnavailable extends Problem {
    private static final long serialVersionUID = 1L;

    public AgeProviderUnavailable(String provider) {
        super(Sentence.of(
                "The provider that checks ages, {0}, does not answer. Nothing is lost. Try again later.", provider));
    }

    @Override
    public Long retryAfterSeconds() {
        return 10L;
    }
}
