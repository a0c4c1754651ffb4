package network.fanz.content.media;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import network.fanz.common.AccountId;
import network.fanz.common.Sentence;
import network.fanz.content.media.UploadUseStore.UploadUse;
import org.springframework.stereotype.Component;

/** Whether an account may send anything, and how much. What is announced counts as if it had come, so that nobody begins what cannot end. */
@Component
class UploadQuotas {
    private static final Duration DAY = Duration.ofDays(1);
    /** So much of one file may be sent for nothing before anybody asks how much that was in the day. */
    private static final long WASTED_UNASKED = 64 * 1024 * 1024;

    private final UploadGates gates;
    private final UploadUseStore use;
    private final MediaSettings settings;

    UploadQuotas(UploadGates gates, UploadUseStore use, MediaSettings settings) {
        this.gates = gates;
        this.use = use;
        this.settings = settings;
    }

    /** The largest file in bytes. */
    long fileMax() {
        return settings.fileMax().toBytes();
    }

    /** What is missing before an account may upload; empty if nothing is. */
    List<Sentence> whyNot(AccountId owner) {
        return gates.whyNot(owner);
    }

    /** @throws UploadNotAllowed if something is missing that comes before */
    void requireAllowed(AccountId owner) {
        gates.require(owner);
    }

    /** @throws FileTooLarge if no file may be as long */
    void requireLength(long length) {
        if (length > fileMax()) {
            throw new FileTooLarge(fileMax());
        }
    }

    /** @throws DayBytesUsedUp if what was stored for nothing has used the day up */
    void requireDay(AccountId owner, long wasted, Instant now) {
        if (wasted > WASTED_UNASKED
                && use.of(owner, now.minus(DAY)).lately()
                        > settings.bytesPerDay().toBytes()) {
            throw new DayBytesUsedUp(settings.bytesPerDay().toBytes());
        }
    }

    /**
     * @throws UploadsUnfinished if too many are not finished
     * @throws DayUsedUp if too many were begun in a day
     * @throws DayBytesUsedUp if it would be too much for a day
     * @throws SpaceUsedUp if it would be too much in all
     */
    void requireShare(AccountId owner, long length, Instant now) {
        UploadUse used = use.of(owner, now.minus(DAY));
        if (used.unfinished() >= settings.unfinishedPerAccount()) {
            throw new UploadsUnfinished(settings.unfinishedPerAccount());
        }
        if (used.begun() >= settings.begunPerDay()) {
            throw new DayUsedUp(settings.begunPerDay());
        }
        if (used.lately() + length > settings.bytesPerDay().toBytes()) {
            throw new DayBytesUsedUp(settings.bytesPerDay().toBytes());
        }
        if (used.inAll() + length > settings.bytesPerAccount().toBytes()) {
            throw new SpaceUsedUp(settings.bytesPerAccount().toBytes());
        }
    }
}
