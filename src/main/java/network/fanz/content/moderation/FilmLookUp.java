package network.fanz.content.moderation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import network.fanz.content.catalogue.ReleaseCause;
import network.fanz.content.catalogue.StepResult;
import network.fanz.content.intelligence.FileDigests;
import network.fanz.content.intelligence.ImageHasher;
import network.fanz.content.intelligence.ImageHashes;
import network.fanz.content.intelligence.PdqHash;
import network.fanz.content.intelligence.PictureLook;
import network.fanz.content.media.FilmFrames;
import network.fanz.content.media.FilmRefused;
import network.fanz.content.media.FilmsBusy;
import network.fanz.content.media.FilmsMissing;
import network.fanz.content.media.UploadFiles;
import network.fanz.content.moderation.HashVerdict.HashAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks a film up in all banks: its bytes, and a frame of every second as a picture. A bank that knows one frame knows the film. A frame that
 * shows too little, as one that is black, says nothing; a film of which more than half says nothing is looked at by a person.
 */
@Component
class FilmLookUp {
    /** Bits of 256; a match is at 31. */
    private static final int LOOKS_ALIKE = 4;

    private final UploadFiles files;
    private final FilmFrames frames;
    private final ImageHasher hasher;
    private final HashBanks banks;

    FilmLookUp(UploadFiles files, FilmFrames frames, ImageHasher hasher, HashBanks banks) {
        this.files = files;
        this.frames = frames;
        this.hasher = hasher;
        this.banks = banks;
    }

    LookedUp look(UUID upload) throws IOException {
        FileDigests digests;
        try (InputStream bytes = Channels.newInputStream(files.open(upload))) {
            digests = hasher.digests(bytes);
        }
        Seen seen = new Seen(digests, banks.checkBytes(digests));
        StepResult result = seen.isSettled() ? seen.known(new StepResult.Waits()) : look(upload, seen);
        return new LookedUp(result, digests, seen.looks);
    }

    private StepResult look(UUID upload, Seen seen) throws IOException {
        try {
            frames.each(upload, (at, image) -> seen.frame(hasher.looks(image)));
        } catch (KnownEnough sealed) {
            return new StepResult.Sealed();
        } catch (FilmsBusy | FilmsMissing later) {
            return seen.known(new StepResult.Waits());
        } catch (FilmRefused refused) {
            return seen.known(new StepResult.NotAccepted(ReleaseCause.ofFilm(refused.reason())));
        }
        return seen.result();
    }

    /** What the frames of one film have said so far. */
    private final class Seen {
        private final FileDigests digests;
        private final HashVerdict bytes;
        private final List<PictureLook> looks = new ArrayList<>();
        private @Nullable PdqHash last;
        private int all;
        private int hashable;
        private boolean matches;
        private boolean notReady;

        private Seen(FileDigests digests, HashVerdict bytes) {
            this.digests = digests;
            this.bytes = bytes;
        }

        /** Whether no frame can change the answer. */
        private boolean isSettled() {
            return bytes.seals() || bytes.answer() == HashAnswer.NOT_READY;
        }

        private void frame(List<PictureLook> looked) throws KnownEnough {
            ImageHashes hashes = new ImageHashes(digests, looked, null);
            keep(looked);
            HashVerdict verdict = banks.check(hashes);
            all++;
            hashable += hashes.isHashable() ? 1 : 0;
            notReady |= verdict.answer() == HashAnswer.NOT_READY;
            if (verdict.answer() == HashAnswer.MATCH) {
                matches = true;
                if (verdict.seals()) {
                    throw new KnownEnough();
                }
            }
        }

        /** A frame that looks like the one before is found by what finds that one, or by its neighbours. */
        private void keep(List<PictureLook> looked) {
            PdqHash now = looked.getFirst().hash();
            if (last == null || now.distance(last) > LOOKS_ALIKE) {
                looks.addAll(looked);
                last = now;
            }
        }

        private StepResult result() {
            if (notReady) {
                return known(new StepResult.Waits());
            }
            boolean saysEnough = all > 0 && hashable * 2 >= all;
            return known(saysEnough ? new StepResult.Done() : new StepResult.Held(ReleaseCause.FILM_SAYS_TOO_LITTLE));
        }

        /** A film that is known is so, whatever else is wrong with it; one whose frames cannot be read is known by its bytes. */
        private StepResult known(StepResult otherwise) {
            if (bytes.seals()) {
                return new StepResult.Sealed();
            }
            boolean isKnown = matches || bytes.answer() == HashAnswer.MATCH;
            return isKnown ? new StepResult.Held(ReleaseCause.KNOWN) : otherwise;
        }
    }

    /** No frame more has to be seen. */
    private static final class KnownEnough extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
