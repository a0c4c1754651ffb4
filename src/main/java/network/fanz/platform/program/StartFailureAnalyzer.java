package network.fanz.platform.program;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import network.fanz.platform.postgres.DataFolderInUse;
import network.fanz.platform.postgres.DataFolderInaccessible;
import network.fanz.platform.postgres.DataFolderUnusable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Causes that can be said in a sentence. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureAnalyzer implements FailureAnalyzer {
    private static final String SETTINGS = "docs/settings.md lists the settings that exist.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        if (isStopping()) {
            return new FailureAnalysis("It was told to stop while it started.", null, failure);
        }
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
            case MarkedYAMLException broken ->
                new FailureAnalysis(BrokenYaml.sentence(Path.of(""), broken), null, broken);
            case BindException wrong -> new FailureAnalysis(setting(wrong), SETTINGS, wrong);
            case FileSystemException file -> new FailureAnalysis(unusable(file), null, file);
            case SQLException database
            when isUnreachable(database) -> new FailureAnalysis(unreachable(database), null, database);
            case IllegalArgumentException wrong when namesASetting(wrong) -> said(wrong);
            case IllegalStateException wrong when namesASetting(wrong) -> said(wrong);
            default -> null;
        };
    }

    /** What a start meets while the program stops, such as a closed pool, is no failure of its own. */
    private static boolean isStopping() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException stopping) {
            return true;
        }
    }

    private static String unusable(FileSystemException file) {
        String why = switch (file) {
            case AccessDeniedException closed -> "this program may not use it";
            case NoSuchFileException none -> "it is not there, and cannot be made";
            case FileAlreadyExistsException taken -> "there is a file of that name";
            case NotDirectoryException taken -> "there is a file of that name";
            default -> file.getReason() == null ? "it cannot be made" : file.getReason();
        };
        return file.getFile() + " cannot be used: " + why + ".";
    }

    /** By SQLSTATE: no connection, or one that was refused to this role (PostgreSQL's documentation, appendix A). */
    private static boolean isUnreachable(SQLException database) {
        String state = String.valueOf(database.getSQLState());
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D");
    }

    private static String unreachable(SQLException database) {
        return "PostgreSQL cannot be reached as the settings fanz.postgres.* say: " + database.getMessage();
    }

    private static boolean namesASetting(RuntimeException wrong) {
        return String.valueOf(wrong.getMessage()).startsWith("fanz.") && isOurs(wrong);
    }

    private static boolean isOurs(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("network.fanz.");
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
        boolean ours = isOurs(root);
        String name = wrong.getProperty() == null
                ? wrong.getName().toString()
                : wrong.getProperty().getName().toString();
        return "The setting " + name + " is not what it should be" + (ours ? ": " + root.getMessage() : "") + ".";
    }
}
