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
 * Looks a release up in all banks of hashes before anything is made of it. A film's bytes are looked up as they are; nobody looks at its
 * pictures yet, so a film goes no further.
 */
@Component
final class HashStep implements ReleaseStep {
    private final UploadFiles files;
    private final ImageHasher hasher;
    private final HashBanks banks;
    private final HashedReleases hashed;
    private final HeldApprovals approvals;

    HashStep(UploadFiles files, ImageHasher hasher, HashBanks banks, HashedReleases hashed, HeldApprovals approvals) {
        this.hashed = hashed;
        this.files = files;
        this.hasher = hasher;
        this.banks = banks;
        this.approvals = approvals;
    }

    @Override
    public ReleaseStage stage() {
        return ReleaseStage.HASH;
    }

    @Override
    public StepResult take(ReleaseInHand release) throws IOException {
        ImageHashes hashes;
        try (InputStream bytes = Channels.newInputStream(files.open(release.upload()))) {
            hashes = hasher.hashes(bytes);
        } catch (PicturesBusy later) {
            return new StepResult.Waits();
        }
        long change = banks.change();
        StepResult result = result(release, hashes, banks.check(hashes));
        if (result instanceof StepResult.Done || goesOn(release, result)) {
            hashed.keep(release.id(), hashes, change);
            return new StepResult.Done();
        }
        return result;
    }

    /** A person has looked at what software cannot tell, and it may go on to what else must say yes. */
    private boolean goesOn(ReleaseInHand release, StepResult result) {
        return result instanceof StepResult.Held(ReleaseCause cause)
                && ReviewReason.ofHeld(cause)
                        .filter(reason -> approvals.goesOn(release.id(), reason))
                        .isPresent();
    }

    private static StepResult result(ReleaseInHand release, ImageHashes hashes, HashVerdict verdict)
            throws IOException {
        return switch (verdict.answer()) {
            case CLEAN -> new StepResult.Done();
            case NOT_READY -> new StepResult.Waits();
            case MATCH -> verdict.seals() ? new StepResult.Sealed() : new StepResult.Held(ReleaseCause.KNOWN);
            case UNHASHABLE -> unknown(release, hashes.refusal());
        };
    }

    private static StepResult unknown(ReleaseInHand release, @Nullable PictureRefusal refusal) throws IOException {
        if (release.type().isFilm()) {
            return new StepResult.Held(ReleaseCause.STEP_MISSING);
        }
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
