package network.fanz.content.catalogue.releases;

import java.io.IOException;
import java.util.UUID;
import network.fanz.content.catalogue.ReleaseCause;
import network.fanz.content.catalogue.ReleaseInHand;
import network.fanz.content.catalogue.ReleaseStage;
import network.fanz.content.catalogue.ReleaseStep;
import network.fanz.content.catalogue.StepResult;
import network.fanz.content.media.FilmRefused;
import network.fanz.content.media.FilmRenditions;
import network.fanz.content.media.FilmsBusy;
import network.fanz.content.media.FilmsMissing;
import network.fanz.content.media.PictureRefused;
import network.fanz.content.media.PictureRenditions;
import network.fanz.content.media.PicturesBusy;
import network.fanz.content.media.Renditions;
import org.springframework.stereotype.Component;

/** Has everything made that will be shown. Nobody ever sees the file itself. */
@Component
class DeriveStep implements ReleaseStep {
    private static final int MARK_DIGITS = 8;

    private final PictureRenditions pictures;
    private final FilmRenditions films;
    private final Renditions renditions;
    private final ReleaseStore store;

    DeriveStep(PictureRenditions pictures, FilmRenditions films, Renditions renditions, ReleaseStore store) {
        this.pictures = pictures;
        this.films = films;
        this.renditions = renditions;
        this.store = store;
    }

    @Override
    public ReleaseStage stage() {
        return ReleaseStage.DERIVE;
    }

    @Override
    public StepResult take(ReleaseInHand release) throws IOException {
        return release.type().isFilm() ? film(release) : picture(release);
    }

    private StepResult film(ReleaseInHand release) throws IOException {
        try {
            return films.make(release.upload(), mark(release)) ? made(release) : new StepResult.Waits();
        } catch (FilmsBusy | FilmsMissing later) {
            return new StepResult.Waits();
        } catch (FilmRefused refused) {
            return new StepResult.NotAccepted(ReleaseCause.ofFilm(refused.reason()));
        }
    }

    /** Which work it is and who made it, by the ends of their ids: so a copy elsewhere says where it comes from. */
    private static String mark(ReleaseInHand release) {
        return end(release.work()) + "." + end(release.creator().value());
    }

    private static String end(UUID id) {
        String digits = id.toString();
        return digits.substring(digits.length() - MARK_DIGITS);
    }

    private StepResult made(ReleaseInHand release) {
        store.setDerived(release.id(), renditions.digest(release.upload()));
        return new StepResult.Done();
    }

    private StepResult picture(ReleaseInHand release) throws IOException {
        try {
            pictures.make(release.upload());
            return made(release);
        } catch (PicturesBusy later) {
            return new StepResult.Waits();
        } catch (PictureRefused refused) {
            // The look-up of its hashes has read it before, so this is not the file's own fault.
            throw new IOException("A picture that was read before was refused: " + refused.reason());
        }
    }
}
