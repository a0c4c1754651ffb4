package network.fanz.platform.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the program did not start. */
final class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<WrongSettings> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, WrongSettings cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "docs/settings.md lists the settings that exist.", cause);
    }
}
