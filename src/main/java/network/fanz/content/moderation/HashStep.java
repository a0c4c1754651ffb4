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
import network.fanz.content.moderation.review.HeldApprovals;
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
    private final HashedReleases hashed;
    private final HeldApprovals approvals;

    HashStep(
            UploadFiles files,
            ImageHasher hasher,
            HashBanks banks,
            FilmLookUp films,
            HashedReleases hashed,
            HeldApprovals approvals) {
        this.files = files;
        this.hasher = hasher;
        this.banks = banks;
        this.films = films;
        this.hashed = hashed;
        this.approvals = approvals;
    }

    @Override
    public ReleaseStage stage() {
        return ReleaseStage.HASH;
    }

    @Override
    public StepResult take(ReleaseInHand release) throws IOException {
        long change = banks.change();
        LookedUp looked;
        try {
            looked = release.type().isFilm() ? films.look(release.upload()) : picture(release);
        } catch (PicturesBusy later) {
            return new StepResult.Waits();
        }
        if (looked.result() instanceof StepResult.Done || goesOn(release, looked.result())) {
            hashed.keep(release.id(), looked.hashes(), change);
            return new StepResult.Done();
        }
        return looked.result();
    }

    private LookedUp picture(ReleaseInHand release) throws IOException {
        try (InputStream bytes = Channels.newInputStream(files.open(release.upload()))) {
            ImageHashes hashes = hasher.hashes(bytes);
            return new LookedUp(result(hashes, banks.check(hashes)), hashes.digests(), hashes.looks());
        }
    }

    /** A person has looked at what software cannot tell, and it may go on to what else must say yes. */
    private boolean goesOn(ReleaseInHand release, StepResult result) {
        return result instanceof StepResult.Held(ReleaseCause cause)
                && ReviewReason.ofHeld(cause)
                        .filter(reason -> approvals.goesOn(release.id(), reason))
                        .isPresent();
    }

    private static StepResult result(ImageHashes hashes, HashVerdict verdict) throws IOException {
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
