package network.fanz.platform.vault;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Seals and opens personal data. */
@Component
public class Vault {
    /**
     * Encrypts a value under its subject's own key, which is made now if there is none. AES-256-GCM; field and subject are
     * authenticated, so a ciphertext moved elsewhere does not open.
     *
     * @param field schema, table and column, such as {@code identity.account.email}
     */
    public byte[] seal(UUID subject, String field, String plain) {
        throw new UnsupportedOperationException();
    }

    /** @throws SubjectForgotten if the subject's key has been destroyed */
    public String open(UUID subject, String field, byte[] sealed) {
        throw new UnsupportedOperationException();
    }

    /** A keyed hash (HMAC-SHA-256, 32 bytes) to look a value up by; the caller normalises the value first. */
    public byte[] lookup(String field, String normalised) {
        throw new UnsupportedOperationException();
    }

    /** Encrypts something that belongs to the installation, such as a signing key, under the master key. */
    public byte[] sealSecret(String purpose, byte[] plain) {
        throw new UnsupportedOperationException();
    }

    public byte[] openSecret(String purpose, byte[] sealed) {
        throw new UnsupportedOperationException();
    }

    /** Destroys the subject's key: everything sealed under it is gone, in backups too. */
    public void forget(UUID subject) {
        throw new UnsupportedOperationException();
    }
}
