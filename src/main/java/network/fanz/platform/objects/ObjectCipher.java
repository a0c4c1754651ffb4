package network.fanz.platform.objects;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * AES-256-GCM in segments of 64 KB, each authenticated with its place and with the subject (Tink's AES-GCM-HKDF streaming; Hoang, Reyhanitabar,
 * Rogaway and Vizár, Online Authenticated-Encryption, 2015): any stretch is read without the rest, and no segment moves, goes or comes twice.
 */
final class ObjectCipher {
    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 64 * 1024;

    private final AesGcmHkdfStreaming cipher;
    private final byte[] subject;

    /** @param key 32 bytes, of this subject alone */
    ObjectCipher(byte[] key, UUID subject) {
        try {
            this.cipher = new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        this.subject = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .array();
    }

    OutputStream encrypting(OutputStream out) throws IOException {
        try {
            return cipher.newEncryptingStream(out, subject);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reading from it fails where a segment is not what was written. */
    SeekableByteChannel decrypting(SeekableByteChannel stored) throws IOException {
        try {
            return cipher.newSeekableDecryptingChannel(stored, subject);
        } catch (GeneralSecurityException broken) {
            throw new IOException("The object's head is damaged", broken);
        }
    }
}
