package network.fanz.content.moderation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import network.fanz.content.catalogue.ReleaseCause;
import network.fanz.content.catalogue.ReleaseInHand;
import network.fanz.content.catalogue.ReleaseStage;
import network.fanz.content.catalogue.ReleaseStep;
import network.fanz.content.catalogue.StepResult;
import network.fanz.content.intelligence.ImageHasher;
import network.fanz.content.intelligence.ImageHashes;
import network.fanz.content.media.PictureRefusal;
import network.fanz.content.media.PicturesBusy;
import network.fanz.content.media.UploadFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks a release up in all banks of hashes before anything is made of it. Films are looked up by
 * {@link FilmLookUp}.
 */
@Component
final class HashStep implements ReleaseStep {
    private final UploadFiles files;
    private final ImageHasher hasher;
    private final HashBanks banks;
    private final FilmLookUp films;

    HashStep(UploadFiles files, ImageHasher hasher, HashBanks banks, FilmLookUp films) {
        this.files = files;
        this.hasher = hasher;
        this.banks = banks;
        this.films = films;
    }

    @Override
    public ReleaseStage stage() {
        return ReleaseStage.HASH;
    }

    @Override
    public StepResult take(ReleaseInHand release) throws IOException {
        if (release.type().isFilm()) {
            return films.take(release.upload());
        }
        ImageHashes hashes;
        try (InputStream bytes = Channels.newInputStream(files.open(release.upload()))) {
            hashes = hasher.hashes(bytes);
        } catch (PicturesBusy later) {
            return new StepResult.Waits();
        }
        HashVerdict verdict = banks.check(hashes);
        return switch (verdict.answer()) {
            case CLEAN -> new StepResult.Done();
            case NOT_READY -> new StepResult.Waits();
            case MATCH -> verdict.seals() ? new StepResult.Sealed() : new StepResult.Held(ReleaseCause.KNOWN);
            case UNHASHABLE -> unknown(hashes.refusal());
        };
    }

    private static StepResult unknown(@Nullable PictureRefusal refusal) throws IOException {
        if (refusal == null) {
            return new StepResult.Held(ReleaseCause.SAYS_TOO_LITTLE);
        }
        return switch (refusal) {
            case TOO_SLOW -> throw new IOException("The picture took too long to read");
            case TOO_LARGE, TOO_MANY_PIXELS -> new StepResult.NotAccepted(ReleaseCause.TOO_LARGE);
            case ANIMATED, UNKNOWN_KIND -> new StepResult.Held(ReleaseCause.SAYS_TOO_LITTLE);
            case NOT_A_PICTURE, DAMAGED, MORE_BEHIND_IT -> new StepResult.NotAccepted(ReleaseCause.UNREADABLE);
        };
    }
}
