package network.fanz.finance.currency;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the program did not start. */
final class CurrencyFailureAnalyzer extends AbstractFailureAnalyzer<CurrencyContradicted> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, CurrencyContradicted cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
