package network.fanz.content.intelligence;

import java.util.Arrays;
import java.util.List;
import network.fanz.common.Sentence;
import network.fanz.content.intelligence.classifier.PictureClassifier;
import network.fanz.content.intelligence.classifier.PictureModel;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.health.PartReporter;
import org.springframework.stereotype.Component;

/** Says whether the models that look at works are there. */
@Component
final class ModelReporter implements PartReporter {
    private static final String PART = "Models of pictures";

    private final PictureClassifier classifier;

    ModelReporter(PictureClassifier classifier) {
        this.classifier = classifier;
    }

    @Override
    public List<PartReport> reports() {
        if (classifier.isFailing()) {
            return List.of(
                    PartReport.alarm(
                            PART,
                            "A model gave no answer on the last picture. Works that it should look at are held.",
                            "The log says what failed. Look whether this machine can run the program's libraries, and start it anew."));
        }
        return Arrays.stream(PictureModel.values())
                .filter(model -> !model.isThere())
                .findFirst()
                .map(ModelReporter::missing)
                .map(List::of)
                .orElseGet(() -> List.of(PartReport.works(PART, "The models that look at pictures are there.")));
    }

    private static PartReport missing(PictureModel model) {
        return PartReport.alarm(
                PART,
                Sentence.of("The model {0} is missing. Every work that it should look at is held.", model.title()),
                Sentence.of("Build the program anew with ./fanz up, and look at what the build says of models."));
    }
}
