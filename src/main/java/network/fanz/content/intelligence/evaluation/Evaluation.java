package network.fanz.content.intelligence.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import network.fanz.content.intelligence.classifier.PictureClassifier;
import network.fanz.content.intelligence.classifier.PictureModel;
import network.fanz.content.intelligence.evaluation.ScoredPictures.ScoredPicture;
import network.fanz.content.media.LocalPictures;
import network.fanz.content.media.PictureRefused;
import org.jspecify.annotations.Nullable;

/** Has the models look at labelled pictures, as they look at works, and says how often they and the labels agree. Nothing is written. */
public final class Evaluation {
    private static final int LONGEST_SIDE = 1200;

    private final LocalPictures pictures = new LocalPictures();
    private final PictureClassifier classifier;

    public Evaluation(PictureClassifier classifier) {
        this.classifier = classifier;
    }

    /**
     * Prints the table of all and of each slice.
     *
     * @param by the column whose values are counted apart; null for none
     * @throws IllegalArgumentException saying what in the list cannot be read
     */
    public void print(Path list, @Nullable String by, PrintStream out) throws IOException {
        List<LabelledPicture> labelled = LabelledPicture.read(list, by);
        List<ScoredPicture> scored = new ArrayList<>();
        List<Path> unread = new ArrayList<>();
        for (LabelledPicture one : labelled) {
            try {
                scored.add(new ScoredPicture(score(one.file()), one.explicit(), one.slice()));
            } catch (IOException | PictureRefused refused) {
                unread.add(one.file().getFileName());
            }
        }
        ScoredPictures all = new ScoredPictures(scored);
        out.println("Models: nsfwjs " + PictureModel.VERSION
                + ", how explicit; the second is asked where the first is in doubt.");
        out.println("Pictures: " + scored.size() + " measured, " + unread.size() + " could not be read"
                + (unread.isEmpty() ? "." : ": " + unread));
        all.lines().forEach(out::println);
        for (String slice : all.slices()) {
            out.println();
            out.println(by + " = " + slice);
            all.of(slice).lines().forEach(out::println);
        }
    }

    private double score(Path file) throws IOException, PictureRefused {
        return Math.clamp(
                pictures.upright(file, LONGEST_SIDE, classifier::opinions)
                        .getLast()
                        .explicit(),
                0,
                1);
    }
}
