package network.fanz.platform.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the program did not start. */
final class KeyFailureAnalyzer extends AbstractFailureAnalyzer<WrongKeys> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, WrongKeys cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Name the folder that all nodes of this database share with fanz.vault.folder, or bring its copy back.",
                cause);
    }
}
