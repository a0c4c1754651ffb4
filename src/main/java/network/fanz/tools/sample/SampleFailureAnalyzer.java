package network.fanz.tools.sample;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the program did not start. */
final class SampleFailureAnalyzer extends AbstractFailureAnalyzer<SampleRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, SampleRefused cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
    }
}
