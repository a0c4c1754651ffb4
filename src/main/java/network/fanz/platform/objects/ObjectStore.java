package network.fanz.platform.objects;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.UUID;
import network.fanz.common.Steady;
import network.fanz.platform.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Encrypted bytes outside the database. They are written first and kept by a row in their owner's transaction; what is released goes after
 * its commit. So a kill at any moment leaves bytes without a row, which a sweep finds, and never a row without its bytes.
 */
@Component
public class ObjectStore {
    private static final String KEY = "objects";

    private final ObjectPlace place;
    private final ObjectRowStore rows;
    private final ObjectFaults faults;
    private final Vault vault;
    private final Clock clock;

    ObjectStore(ObjectPlace place, ObjectRowStore rows, ObjectFaults faults, Vault vault, @Steady Clock clock) {
        this.place = place;
        this.rows = rows;
        this.faults = faults;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Begins an object.
     *
     * @param subject under whose key it is encrypted; forgetting that key makes it unreadable wherever it lies
     * @throws StoreUnreachable if the store takes nothing now
     */
    public ObjectDraft draft(UUID subject) {
        ObjectCipher cipher = new ObjectCipher(vault.newKeyOf(subject, KEY), subject);
        return faults.noting(() -> new ObjectDraft(place, cipher, faults));
    }

    /** In the transaction of whoever names the object: with its commit it stays. */
    public void keep(UUID subject, StoredObject stored) {
        rows.insert(subject, stored, clock.instant());
    }

    /** In the transaction of whoever no longer names it: after its commit the bytes go. */
    public void release(String address) {
        rows.release(address, clock.instant());
    }

    /** What an object's channel failed with, as the store says it. */
    public StoreUnreachable failed(IOException reading) {
        faults.note(reading);
        return new StoreUnreachable(reading);
    }

    /**
     * The object's bytes, to be read at any place. A stretch is checked as it is read: a damaged one fails with an {@link java.io.IOException}.
     *
     * @throws ObjectMissing if it does not lie in the store
     * @throws StoreUnreachable if the store gives nothing now
     * @throws network.fanz.platform.vault.SubjectForgotten if the subject's key was destroyed
     */
    public SeekableByteChannel open(UUID subject, String address) {
        ObjectCipher cipher = new ObjectCipher(vault.keyOf(subject, KEY), subject);
        return faults.noting(() -> {
            try {
                return cipher.decrypting(place.open(address));
            } catch (NoSuchFileException gone) {
                throw new ObjectMissing(gone);
            }
        });
    }
}
