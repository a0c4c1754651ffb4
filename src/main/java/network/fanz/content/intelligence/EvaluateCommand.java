package network.fanz.content.intelligence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import network.fanz.content.intelligence.classifier.PictureClassifier;
import network.fanz.content.intelligence.evaluation.Evaluation;

/** The command {@code ./fanz moderation evaluate}. */
public final class EvaluateCommand {
    private static final Duration WAIT_MAX = Duration.ofMinutes(1);

    private EvaluateCommand() {}

    /**
     * Exits with status 1 if the list cannot be read.
     *
     * @param arguments a folder for libraries, the list, and the column whose values are counted apart, if any
     */
    public static void main(String[] arguments) {
        try {
            Path libraries = Files.createDirectories(Path.of(arguments[0]));
            new Evaluation(new PictureClassifier(libraries, WAIT_MAX))
                    .print(Path.of(arguments[1]), arguments.length > 2 ? arguments[2] : null, System.out);
            return;
        } catch (IOException | IllegalArgumentException failed) {
            System.err.println("The list cannot be read: " + failed.getMessage());
        }
        System.exit(1);
    }
}
