package network.fanz.content.intelligence.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import network.fanz.content.intelligence.Drawings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The models say what their originals say; models/golden.mjs asked those. */
class PictureClassifierTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "intelligence", "golden.json");
    private static final float NEAR = 1e-3f;

    private final PictureClassifier classifier =
            new PictureClassifier(Path.of("target", "test-data"), Duration.ofSeconds(10));

    @ParameterizedTest
    @EnumSource
    void saysWhatTheOriginalSays(PictureModel model) throws IOException {
        JsonNode golden = JsonMapper.shared().readTree(Files.readString(GOLDEN)).path(model.name());
        assertThat(golden.size()).isEqualTo(30);
        golden.propertyStream().forEach(drawing -> {
            PictureOpinion opinion = classifier.opinion(model, picture(drawing.getKey()));
            for (PictureClass kind : PictureClass.values()) {
                assertThat(opinion.of(kind))
                        .as(drawing.getKey() + " " + kind)
                        .isCloseTo(
                                drawing.getValue()
                                        .path(kind.name().toLowerCase(Locale.ROOT))
                                        .floatValue(),
                                within(NEAR));
            }
        });
    }

    @Test
    void asksForASecondOpinionInDoubtOnly() {
        PictureOpinion sure = new PictureOpinion(PictureModel.MOBILENET, Map.of(PictureClass.PORN, 0.1f));
        assertThat(sure.isInDoubt()).isFalse();
        assertThat(new PictureOpinion(
                                PictureModel.MOBILENET, Map.of(PictureClass.PORN, 0.1f, PictureClass.HENTAI, 0.1f))
                        .isInDoubt())
                .isTrue();
        assertThat(classifier.opinions(picture("drawing-0004.png")))
                .extracting(PictureOpinion::model)
                .containsExactly(PictureModel.MOBILENET);
    }

    @Test
    void looksAtPicturesOfAnyShape() {
        assertThat(classifier
                        .opinion(PictureModel.MOBILENET, new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB))
                        .explicit())
                .isBetween(0f, 1f);
        assertThat(classifier
                        .opinion(PictureModel.MOBILENET, new BufferedImage(3000, 2, BufferedImage.TYPE_INT_ARGB))
                        .explicit())
                .isBetween(0f, 1f);
    }

    private static BufferedImage picture(String name) {
        try {
            return ImageIO.read(new ByteArrayInputStream(Drawings.file(name)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
