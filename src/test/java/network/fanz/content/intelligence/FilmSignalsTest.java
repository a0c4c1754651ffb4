package network.fanz.content.intelligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.content.intelligence.classifier.PictureClass;
import network.fanz.content.intelligence.classifier.PictureClassifier;
import network.fanz.content.intelligence.classifier.PictureModel;
import network.fanz.content.media.FilmFrames;
import network.fanz.content.media.FilmRefused;
import org.junit.jupiter.api.Test;

/** Of a film software says where to look. */
class FilmSignalsTest {
    private final PictureClassifier classifier =
            new PictureClassifier(Path.of("target", "test-data"), Duration.ofSeconds(10));

    @Test
    void saysWhichFrameHasMostOfEachClass() throws IOException, FilmRefused {
        List<String> names = List.of("drawing-0004.png", "drawing-0009.png", "drawing-0019.png", "drawing-0024.png");
        List<BufferedImage> frames =
                names.stream().map(name -> Drawings.image(Drawings.file(name))).toList();
        List<Signal> signals = new FilmSignals(of(frames), classifier).of(UUID.randomUUID(), Instant.EPOCH);
        assertThat(signals).filteredOn(FilmSignalsTest::isFirstModels).hasSize(PictureClass.values().length);
        for (PictureClass kind : PictureClass.values()) {
            Signal signal = signals.stream()
                    .filter(FilmSignalsTest::isFirstModels)
                    .filter(each -> each.name().equalsIgnoreCase("nsfw." + kind))
                    .findFirst()
                    .orElseThrow();
            List<Float> scores = frames.stream()
                    .map(frame ->
                            classifier.opinion(PictureModel.MOBILENET, frame).of(kind))
                    .toList();
            assertThat((float) signal.score())
                    .isEqualTo(scores.stream().max(Float::compare).orElseThrow());
            assertThat(signal.frame()).isEqualTo(Duration.ofSeconds(scores.indexOf((float) signal.score())));
        }
    }

    @Test
    void aFilmWithoutAFrameIsNotTakenForLookedAt() {
        FilmSignals films = new FilmSignals((upload, consumer) -> {}, classifier);
        assertThatThrownBy(() -> films.of(UUID.randomUUID(), Instant.EPOCH)).isInstanceOf(IOException.class);
    }

    private static boolean isFirstModels(Signal signal) {
        return signal.model().equals(PictureModel.MOBILENET.title());
    }

    private static FilmFrames of(List<BufferedImage> frames) {
        return (upload, consumer) -> {
            for (int second = 0; second < frames.size(); second++) {
                BufferedImage frame = frames.get(second);
                BufferedImage shown =
                        new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
                Graphics2D pen = shown.createGraphics();
                pen.drawImage(frame, 0, 0, null);
                pen.dispose();
                consumer.frame(Duration.ofSeconds(second), shown);
            }
        };
    }
}
