package network.fanz.content.intelligence;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.content.intelligence.classifier.PictureClass;
import network.fanz.content.intelligence.classifier.PictureClassifier;
import network.fanz.content.intelligence.classifier.PictureModel;
import network.fanz.content.intelligence.classifier.PictureOpinion;
import network.fanz.content.media.FilmFrames;
import network.fanz.content.media.FilmRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Has the first model look at a frame of every second of a film. Of each class the frame is kept that has most of it, so that a person can look
 * there; the second model looks at the frame that is taken for the most explicit.
 */
@Component
final class FilmSignals {
    private final FilmFrames films;
    private final PictureClassifier classifier;

    FilmSignals(FilmFrames films, PictureClassifier classifier) {
        this.films = films;
        this.classifier = classifier;
    }

    /** @throws FilmRefused if nothing can be made of it; nothing is known of it then */
    List<Signal> of(UUID upload, Instant at) throws IOException, FilmRefused {
        Worst worst = new Worst();
        films.each(upload, worst::look);
        return worst.signals(at);
    }

    /** What was seen so far. */
    private final class Worst {
        private final Map<PictureClass, Float> scores = new EnumMap<>(PictureClass.class);
        private final Map<PictureClass, Duration> frames = new EnumMap<>(PictureClass.class);
        private @Nullable PictureOpinion explicit;
        private @Nullable BufferedImage picture;
        private Duration where = Duration.ZERO;

        void look(Duration at, BufferedImage frame) {
            PictureOpinion opinion = classifier.opinion(PictureModel.MOBILENET, frame);
            for (PictureClass kind : PictureClass.values()) {
                if (opinion.of(kind) > scores.getOrDefault(kind, -1f)) {
                    scores.put(kind, opinion.of(kind));
                    frames.put(kind, at);
                }
            }
            if (explicit == null || opinion.explicit() > explicit.explicit()) {
                explicit = opinion;
                picture = copy(frame);
                where = at;
            }
        }

        List<Signal> signals(Instant at) throws IOException {
            if (explicit == null || picture == null) {
                throw new IOException("The film has no frame that could be looked at");
            }
            List<Signal> signals = new ArrayList<>();
            scores.forEach((kind, score) ->
                    signals.add(FileSignals.signal(PictureModel.MOBILENET, kind, score, at, frames.get(kind))));
            if (explicit.isInDoubt()) {
                PictureOpinion second = classifier.opinion(PictureModel.INCEPTION, picture);
                for (PictureClass kind : PictureClass.values()) {
                    signals.add(FileSignals.signal(PictureModel.INCEPTION, kind, second.of(kind), at, where));
                }
            }
            return signals;
        }
    }

    /** Whoever gives frames may draw the next one into the same memory. */
    private static BufferedImage copy(BufferedImage frame) {
        BufferedImage copy = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = copy.createGraphics();
        pen.drawImage(frame, 0, 0, null);
        pen.dispose();
        return copy;
    }
}
