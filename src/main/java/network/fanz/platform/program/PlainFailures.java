package network.fanz.platform.program;

import network.fanz.platform.postgres.DataFolderClosed;
import network.fanz.platform.postgres.DataFolderInUse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Causes whose own message says all that the operator needs. */
final class PlainFailures implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataFolderInUse
                    || cause instanceof DataFolderClosed
                    || cause instanceof WrongProfile) {
                return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
            }
            if (cause instanceof UnknownSetting) {
                return new FailureAnalysis(
                        String.valueOf(cause.getMessage()), "docs/settings.md lists those that exist.", cause);
            }
        }
        return null;
    }
}
