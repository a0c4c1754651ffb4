package network.fanz.platform.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** A key of 32 bytes a purpose, by HKDF with SHA-256 (RFC 5869): knowing one tells nothing about another or about the root. */
final class DerivedKeys {
    private static final byte[] SALT = "network.fanz.vault.1".getBytes(StandardCharsets.US_ASCII);
    /** Purposes are names in the code, so few; this only guards against one that was built from input. */
    private static final int PURPOSES_MAX = 1_000;

    private final byte[] root;
    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();

    DerivedKeys(byte[] root) {
        this.root = root.clone();
    }

    byte[] of(String purpose) {
        if (keys.size() >= PURPOSES_MAX && !keys.containsKey(purpose)) {
            throw new IllegalStateException("Too many purposes of keys; a purpose is a constant, never input.");
        }
        return keys.computeIfAbsent(
                purpose, name -> derive(root, SALT, name.getBytes(StandardCharsets.UTF_8), AesGcm.KEY_BYTES));
    }

    static byte[] derive(byte[] root, byte[] salt, byte[] info, int length) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(root)
                            .addSalt(salt)
                            .thenExpand(info, length));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
