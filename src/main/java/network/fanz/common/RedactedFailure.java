package network.fanz.common;

import java.sql.SQLException;
import java.util.Arrays;

/** Says what went wrong without quoting anybody's data. */
public final class RedactedFailure {
    private static final int LENGTH_MAX = 500;
    private static final int FRAMES_MAX = 60;
    /** Causes may name each other in a ring. */
    private static final int CAUSES_MAX = 20;

    /** What is said of any failure whose cause is that there is no connection to the database. */
    public static final String NO_DATABASE = "PostgreSQL cannot be reached; look after the database first";

    private RedactedFailure() {}

    /** Classes and places only: a foreign message may quote somebody's data. Our own problems never do, by their contract. */
    public static String describe(Throwable failure) {
        if (isWithoutDatabase(failure)) {
            return NO_DATABASE;
        }
        return places(failure);
    }

    private static String places(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null && text.length() < LENGTH_MAX; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : " < ").append(cause.getClass().getSimpleName());
            if (cause instanceof Problem problem) {
                text.append(": ").append(problem.detail());
            }
            if (cause instanceof SQLException said) {
                text.append(" [").append(said.getSQLState()).append(']');
            }
            text.append(place(cause));
        }
        return text.substring(0, Math.min(text.length(), LENGTH_MAX));
    }

    /** All classes and lines, for a fault that must be found; like {@link #describe} without a word of a message. */
    public static String trace(Throwable failure) {
        StringBuilder text = new StringBuilder(places(failure));
        int causes = 0;
        for (Throwable cause = failure; cause != null && causes < CAUSES_MAX; cause = cause.getCause(), causes++) {
            text.append("\n").append(cause.getClass().getName());
            Arrays.stream(cause.getStackTrace())
                    .limit(FRAMES_MAX)
                    .forEach(frame -> text.append("\n\tat ").append(frame));
        }
        return text.toString();
    }

    /** By SQLSTATE: no connection, or one that the server has ended (PostgreSQL's documentation, appendix A). */
    private static boolean isWithoutDatabase(Throwable failure) {
        int causes = 0;
        for (Throwable cause = failure; cause != null && causes < CAUSES_MAX; cause = cause.getCause(), causes++) {
            if (cause instanceof SQLException said
                    && String.valueOf(said.getSQLState()).matches("08...|57P0[123]")) {
                return true;
            }
        }
        return false;
    }

    private static String place(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("network.fanz."))
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
    }
}
