package network.fanz.content.intelligence;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.ReleaseCause;
import network.fanz.content.catalogue.ReleaseInHand;
import network.fanz.content.catalogue.ReleaseStage;
import network.fanz.content.catalogue.ReleaseStep;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.catalogue.StepResult;
import network.fanz.content.catalogue.WorkWords;
import network.fanz.content.intelligence.classifier.ClassifierBusy;
import network.fanz.content.intelligence.classifier.ModelMissing;
import network.fanz.content.intelligence.text.TextChecks;
import network.fanz.content.media.FilmRefused;
import network.fanz.content.media.FilmsBusy;
import network.fanz.content.media.FilmsMissing;
import network.fanz.content.media.PictureRefused;
import network.fanz.content.media.PicturesBusy;
import org.springframework.stereotype.Component;

/**
 * Has software look at a release, and keeps what it says for the people who decide. That it has looked is all that this step says: whatever
 * the signals are, it clears nothing. Where a model is missing, nobody has looked, and the release is held.
 */
@Component
final class SignalStep implements ReleaseStep {
    private final Releases releases;
    private final FileSignals files;
    private final FilmSignals films;
    private final TextChecks texts;
    private final Signals signals;
    private final Clock clock;

    SignalStep(
            Releases releases,
            FileSignals files,
            FilmSignals films,
            TextChecks texts,
            Signals signals,
            @Steady Clock clock) {
        this.releases = releases;
        this.files = files;
        this.films = films;
        this.texts = texts;
        this.signals = signals;
        this.clock = clock;
    }

    @Override
    public ReleaseStage stage() {
        return ReleaseStage.SIGNAL;
    }

    @Override
    public StepResult take(ReleaseInHand release) throws IOException {
        Instant now = clock.instant();
        WorkWords words = releases.words(release.id());
        List<Signal> found = new ArrayList<>(texts.look(words.text(), now));
        found.addAll(files.marks(release.upload(), now));
        try {
            found.addAll(
                    release.type().isFilm() ? films.of(release.upload(), now) : files.picture(release.upload(), now));
        } catch (ClassifierBusy | PicturesBusy | FilmsBusy | FilmsMissing later) {
            return new StepResult.Waits();
        } catch (ModelMissing nobodyLooks) {
            return new StepResult.Held(ReleaseCause.STEP_MISSING);
        } catch (PictureRefused | FilmRefused refused) {
            throw new IOException("The file could be read before and cannot now: " + refused.getMessage());
        }
        signals.keep(release.id(), found);
        return new StepResult.Done();
    }
}
