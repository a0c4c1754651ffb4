package network.fanz.content.catalogue.releases;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.fanz.content.catalogue.ReleaseStage;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.catalogue.ReleaseStep;
import org.springframework.stereotype.Component;

/** Which step does which stage. */
@Component
class ReleaseSteps {
    private final Map<ReleaseStage, ReleaseStep> steps = new EnumMap<>(ReleaseStage.class);

    /** @throws IllegalStateException if two say that they do one stage */
    ReleaseSteps(List<ReleaseStep> all) {
        for (ReleaseStep step : all) {
            if (steps.put(step.stage(), step) != null) {
                throw new IllegalStateException("Two steps do " + step.stage());
            }
        }
    }

    /** The stage before which a release stands; empty where none is before it. */
    static Optional<ReleaseStage> stageFrom(ReleaseState state) {
        for (ReleaseStage stage : ReleaseStage.values()) {
            if (stage.from() == state) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }

    /** Empty if nobody does it. */
    Optional<ReleaseStep> of(ReleaseStage stage) {
        return Optional.ofNullable(steps.get(stage));
    }
}
