package network.fanz.content.intelligence.classifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import network.fanz.testing.GeneratedDocs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the models are worth, as far as we know. */
@Tag("generated")
class ModelCardTest {
    private static final Path DRAWINGS = Path.of("src", "test", "resources", "pdq");

    private final PictureClassifier classifier =
            new PictureClassifier(Path.of("target", "test-data"), Duration.ofSeconds(10));

    @Test
    void printsWhatWasMeasured() {
        StringBuilder text =
                new StringBuilder("""
                # Models of pictures

                Made from the code; do not edit. Both are from the npm package nsfwjs %s (MIT), converted in the build; they answer as it does within
                0.001 ([ADR](adr/models.md)).

                **What they are for.** To show people where to look first. They decide nothing, clear nothing, and are never the reason that a work
                is seen. A score is a model's probability that a picture belongs to one of its five classes: drawing, hentai (drawn sex), neutral,
                porn, sexy. On a network for adults explicit is a rating and no fault.

                **What we measured.** False alarms, on the %d harmless drawings of the tests: "explicit" is porn and hentai together.

                | model | highest explicit score | above 0.15 | above 0.5 |
                |---|---|---|---|
                """.formatted(PictureModel.VERSION, drawings().size()));
        for (PictureModel model : PictureModel.values()) {
            List<Float> scores = drawings().stream()
                    .map(drawing -> opinion(model, drawing).explicit())
                    .toList();
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %d | %d |%n",
                    model.title(),
                    scores.stream().max(Float::compare).orElseThrow(),
                    scores.stream().filter(score -> score > 0.15f).count(),
                    scores.stream().filter(score -> score > 0.5f).count()));
        }
        text.append("""

                So few drawings bound the rate of false alarms on drawings alone, and loosely: none in thirty still allows one in ten.

                **Recall: not measured.** How much of what is explicit they find, nobody has measured here. No labelled set of such pictures can be
                had freely, and none should be. Its makers speak of 90 and of 93 percent; of which model, on what pictures, they do not say.

                **Photographs of people: not measured.** Neither false alarms nor differences between groups of people.

                **Known to be weak.** Drawings and pictures made by programs; little nakedness in a wide picture; crops, borders and collages;
                anything unlike what was gathered from public forums to train them, whose consent nobody asked.

                **Not known to them.** Age, consent, who somebody is, violence, hatred. No score says that somebody is of age.
                """);
        GeneratedDocs.check(Path.of("docs", "models.md"), text.toString());
    }

    private static List<Path> drawings() {
        try (Stream<Path> files = Files.list(DRAWINGS)) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private PictureOpinion opinion(PictureModel model, Path drawing) {
        try {
            return classifier.opinion(model, ImageIO.read(drawing.toFile()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
