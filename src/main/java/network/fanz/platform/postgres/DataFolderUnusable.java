package network.fanz.platform.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Nothing can be kept where the data folder should be, or what is kept there cannot be used. */
public final class DataFolderUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataFolderUnusable(Path folder, IOException cause) {
        super(
                "The data folder " + folder + " cannot be used: " + why(cause) + ". Name another folder with --data.",
                cause);
    }

    /** Its server does not start; what the server's log says last is the reason. */
    DataFolderUnusable(Path folder, Path log, String lastLine, @Nullable Throwable cause) {
        super(
                "PostgreSQL does not start on the data folder " + folder + ". The end of its log, " + log + ", says: "
                        + lastLine,
                cause);
    }

    private static String why(IOException cause) {
        return switch (cause) {
            case FileAlreadyExistsException file -> "there is a file of that name";
            case NotDirectoryException file -> "there is a file of that name";
            case AccessDeniedException closed -> "it may not be written to";
            case FileSystemException other -> other.getReason() == null ? "it cannot be made" : other.getReason();
            default -> String.valueOf(cause.getMessage());
        };
    }
}
