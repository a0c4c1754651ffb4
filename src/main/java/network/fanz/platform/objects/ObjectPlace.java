package network.fanz.platform.objects;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Where objects lie. It sees ciphertext only. An address is the SHA-256 of the bytes, so a second object at one address is the same one. */
interface ObjectPlace {
    /** A new file of this node for what is being written; on the disk that the objects lie on, if they lie on one. */
    Path newDraft() throws IOException;

    /** Takes a draft that is on disk; when this returns it outlives a power cut, and the draft is gone. */
    void take(Path draft, String address) throws IOException;

    /** @throws java.nio.file.NoSuchFileException if it does not lie here */
    SeekableByteChannel open(String address) throws IOException;

    boolean has(String address) throws IOException;

    /** Done twice it is the same as done once. */
    void delete(String address) throws IOException;

    /** Every address that lies here, in their order, as it lies here while we go through. */
    void each(Consumer<String> what) throws IOException;

    /** Writes something small and takes it away again, or asks as much of a server: whether it would work now. */
    void probe() throws IOException;

    /** Deletes drafts whose writer has died: those that have not changed since the same call an hour before. */
    void deleteDeadDrafts() throws IOException;
}
