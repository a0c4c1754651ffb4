package network.fanz.platform.program;

import network.fanz.platform.postgres.DataFolderInUse;
import network.fanz.platform.postgres.DataFolderInaccessible;
import network.fanz.platform.postgres.DataFolderUnusable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Causes that can be said in a sentence. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureAnalyzer implements FailureAnalyzer {
    private static final String SETTINGS = "docs/settings.md lists the settings that exist.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            FailureAnalysis plain = plain(cause);
            if (plain != null) {
                return plain;
            }
        }
        return null;
    }

    private static @Nullable FailureAnalysis plain(Throwable cause) {
        return switch (cause) {
            case DataFolderInUse inUse -> said(inUse);
            case DataFolderInaccessible closed -> said(closed);
            case DataFolderUnusable unusable -> said(unusable);
            case WrongProfile wrong -> said(wrong);
            case PortTaken taken -> said(taken);
            case BindException wrong -> new FailureAnalysis(setting(wrong), SETTINGS, wrong);
            default -> null;
        };
    }

    private static FailureAnalysis said(Throwable cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }

    /** Our own records say in words what they take; of anything else the setting's name must do. The value may be a secret. */
    private static String setting(BindException wrong) {
        Throwable root = wrong;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        StackTraceElement[] trace = root.getStackTrace();
        boolean ours = trace.length > 0 && trace[0].getClassName().startsWith("network.fanz.");
        String name = wrong.getProperty() == null
                ? wrong.getName().toString()
                : wrong.getProperty().getName().toString();
        return "The setting " + name + " is not what it should be" + (ours ? ": " + root.getMessage() : "") + ".";
    }
}
