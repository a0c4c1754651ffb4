package network.fanz.content.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import network.fanz.common.InvalidField;

/** What a piece's sender says that its bytes amount to (tus 1.0.0, checksum extension). */
final class PieceChecksum {
    static final String HEADER = "Upload-Checksum";
    static final String ALGORITHMS = "sha1,sha256";

    private static final Map<String, String> KNOWN = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

    private final MessageDigest digest;
    private final byte[] expected;

    private PieceChecksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    /** @throws InvalidField if it cannot be read, or is of an algorithm that is not known here */
    static PieceChecksum of(String header) {
        String[] parts = header.split(" ", -1);
        String algorithm = KNOWN.get(parts[0]);
        if (parts.length != 2 || algorithm == null) {
            throw new InvalidField(HEADER, "Send sha1 or sha256, a space, and the checksum in Base64.");
        }
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] expected = Base64.getDecoder().decode(parts[1]);
            if (expected.length != digest.getDigestLength()) {
                throw new InvalidField(HEADER, "The checksum has not as many bytes as its algorithm makes.");
            }
            return new PieceChecksum(digest, expected);
        } catch (IllegalArgumentException noBase64) {
            throw new InvalidField(HEADER, "Send sha1 or sha256, a space, and the checksum in Base64.");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void add(byte[] bytes, int from, int count) {
        digest.update(bytes, from, count);
    }

    /** Once, behind the last byte. */
    boolean matches() {
        return MessageDigest.isEqual(expected, digest.digest());
    }
}
