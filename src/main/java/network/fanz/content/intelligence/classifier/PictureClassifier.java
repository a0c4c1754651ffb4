package network.fanz.content.intelligence.classifier;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Has models look at pictures, one at a time. */
public class PictureClassifier {
    private final Path data;
    private final Duration waitMax;
    private final Semaphore turn = new Semaphore(1, true);
    private final Map<PictureModel, ModelSession> loaded = new EnumMap<>(PictureModel.class);
    private volatile boolean failing;

    /**
     * @param data where libraries are unpacked
     * @param waitMax how long one waits for its turn
     */
    public PictureClassifier(Path data, Duration waitMax) {
        this.data = data;
        this.waitMax = waitMax;
    }

    /**
     * The first model's opinion, and where that is in doubt the second's.
     *
     * @throws ClassifierBusy if others are looked at for too long; nothing is known of the picture then
     * @throws ModelMissing if a model that is needed is not there; the same
     */
    public List<PictureOpinion> opinions(BufferedImage picture) {
        PictureOpinion first = opinion(PictureModel.MOBILENET, picture);
        return first.isInDoubt() ? List.of(first, opinion(PictureModel.INCEPTION, picture)) : List.of(first);
    }

    /** One model's, as {@link #opinions}. */
    public PictureOpinion opinion(PictureModel model, BufferedImage picture) {
        takeTurn();
        boolean answered = false;
        try {
            PictureOpinion opinion = session(model).look(picture);
            answered = true;
            return opinion;
        } finally {
            failing = !answered;
            turn.release();
        }
    }

    /** Whether the last picture that a model was to look at got no answer. */
    public boolean isFailing() {
        return failing;
    }

    private ModelSession session(PictureModel model) {
        if (loaded.isEmpty()) {
            try {
                OnnxLibraries.use(data);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return loaded.computeIfAbsent(model, each -> DeepStack.call(() -> ModelSession.open(each)));
    }

    private void takeTurn() {
        try {
            if (!turn.tryAcquire(waitMax.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ClassifierBusy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ClassifierBusy();
        }
    }
}
