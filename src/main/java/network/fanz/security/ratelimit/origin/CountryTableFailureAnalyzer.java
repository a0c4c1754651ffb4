package network.fanz.security.ratelimit.origin;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the program did not start. */
final class CountryTableFailureAnalyzer extends AbstractFailureAnalyzer<InvalidCountryTable> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidCountryTable cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "Mend the file, or leave the setting out.", cause);
    }
}
