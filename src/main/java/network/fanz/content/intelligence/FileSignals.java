package network.fanz.content.intelligence;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import network.fanz.content.intelligence.classifier.PictureClass;
import network.fanz.content.intelligence.classifier.PictureClassifier;
import network.fanz.content.intelligence.classifier.PictureModel;
import network.fanz.content.intelligence.classifier.PictureOpinion;
import network.fanz.content.intelligence.marks.FileMarks;
import network.fanz.content.media.PictureRefused;
import network.fanz.content.media.Pictures;
import network.fanz.content.media.UploadFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has software look at files. */
@Component
final class FileSignals {
    /** Some times what a model looks at: larger ones hold nothing more for it, and cost memory. */
    private static final int LONGEST_SIDE = 1200;

    private final UploadFiles files;
    private final Pictures pictures;
    private final PictureClassifier classifier;

    FileSignals(UploadFiles files, Pictures pictures, PictureClassifier classifier) {
        this.files = files;
        this.pictures = pictures;
        this.classifier = classifier;
    }

    /** What a file says of its own making. */
    List<Signal> marks(UUID upload, Instant at) throws IOException {
        try (SeekableByteChannel file = files.open(upload)) {
            return FileMarks.of(file, at);
        }
    }

    /**
     * What models say of a picture as people see it.
     *
     * @throws PictureRefused if it cannot be read as a picture; nothing is known of it then
     */
    List<Signal> picture(UUID upload, Instant at) throws IOException, PictureRefused {
        List<Signal> signals = new ArrayList<>();
        for (PictureOpinion opinion : pictures.upright(pictures.bytes(upload), LONGEST_SIDE, classifier::opinions)) {
            for (PictureClass kind : PictureClass.values()) {
                signals.add(signal(opinion.model(), kind, opinion.of(kind), at, null));
            }
        }
        return signals;
    }

    static Signal signal(PictureModel model, PictureClass kind, float score, Instant at, @Nullable Duration frame) {
        return new Signal(
                "nsfw." + kind.name().toLowerCase(Locale.ROOT),
                Math.clamp(score, 0, 1),
                model.title(),
                PictureModel.VERSION,
                at,
                frame);
    }
}
