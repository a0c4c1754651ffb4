package network.fanz.platform.objects;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import network.fanz.common.Sha256;

/** An object that is being written. One that is closed before it is stored leaves nothing behind. Its memory is some segments. */
public final class ObjectDraft implements AutoCloseable {
    private static final int BUFFER_BYTES = 128 * 1024;

    private final ObjectPlace place;
    private final ObjectFaults faults;
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest = Sha256.newDigest();
    private final OutputStream out;
    private long length;

    /** @throws IOException if nothing can be written */
    ObjectDraft(ObjectPlace place, ObjectCipher cipher, ObjectFaults faults) throws IOException {
        this.place = place;
        this.faults = faults;
        this.file = place.newDraft();
        this.channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.out = cipher.encrypting(new BufferedOutputStream(
                new DigestOutputStream(Channels.newOutputStream(channel), digest), BUFFER_BYTES));
    }

    /** @throws StoreUnreachable if the store takes no more */
    public void write(byte[] bytes, int offset, int count) {
        faults.noting(() -> {
            out.write(bytes, offset, count);
            return count;
        });
        length += count;
    }

    /** Bytes written so far. */
    public long length() {
        return length;
    }

    /**
     * Puts it into the store, where it outlives a power cut. Until {@link ObjectStore#keep} it is nobody's, and goes after a while.
     *
     * @throws StoreUnreachable if the store does not take it
     */
    public StoredObject store() {
        return faults.noting(() -> {
            out.close();
            long stored = Files.size(file);
            try (FileChannel again = FileChannel.open(file, StandardOpenOption.WRITE)) {
                again.force(true);
            }
            String address = HexFormat.of().formatHex(digest.digest());
            place.take(file, address);
            return new StoredObject(address, length, stored);
        });
    }

    /** What cannot be deleted now goes with the drafts of dead writers. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException later) {
            faults.note(later);
        }
    }
}
