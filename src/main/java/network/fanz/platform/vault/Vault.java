package network.fanz.platform.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import network.fanz.platform.postgres.AttachedPostgres;
import network.fanz.platform.settings.Defaults;
import org.springframework.stereotype.Component;

/** Seals and opens personal data. */
@Component
public class Vault {
    /** The owner of what belongs to the installation alone. */
    private static final UUID INSTALLATION = new UUID(0, 0);

    private final SubjectKeys subjects;
    private final DerivedKeys installation;

    Vault(SubjectKeys subjects) {
        this.subjects = subjects;
        this.installation = new DerivedKeys(subjects.masterKey());
    }

    /** A vault over a key folder, which is made if need be: for programs and tests that run without the whole house. */
    public static Vault in(Path folder) {
        return VaultConfiguration.vault(folder, Defaults.of(VaultSettings.class));
    }

    /**
     * Looks whether a key folder is the one that a database was sealed with.
     *
     * @throws WrongKeys if it is another's
     */
    public static void check(Path folder, AttachedPostgres server) {
        new KeyFingerprintCheck(KeyFingerprintStore.of(server), in(folder)).afterPropertiesSet();
    }

    void takeBackNewMaster() {
        subjects.takeBackNewMaster();
    }

    /**
     * Encrypts a value under its subject's own key, which is made now if there is none. AES-256-GCM; field and subject are
     * authenticated, so a ciphertext moved elsewhere does not open.
     *
     * @param field schema, table and column, such as {@code identity.account.email}
     * @throws SubjectForgotten if the subject's key has been destroyed
     */
    public byte[] seal(UUID subject, String field, String plain) {
        return AesGcm.seal(subjects.findOrCreate(subject), subject, field, plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws SubjectForgotten if the subject's key has been destroyed; on other nodes within {@code fanz.vault.kept-for}
     * @throws KeyMissing if this key store has never held the subject's key
     * @throws BrokenSeal if the value was sealed for another field or subject, or was changed
     */
    public String open(UUID subject, String field, byte[] sealed) {
        return new String(AesGcm.open(subjects.find(subject), subject, field, sealed), StandardCharsets.UTF_8);
    }

    /** A keyed hash (HMAC-SHA-256, 32 bytes, a key for each field) to look a value up by; the caller normalises the value first. */
    public byte[] keyedHash(String field, String normalised) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(installation.of("lookup:" + field), "HmacSHA256"));
            return mac.doFinal(normalised.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * A key of 32 bytes for what is too large to be sealed as one value; derived from the subject's own, which is made now if there is none.
     *
     * @param purpose a constant of the code
     * @throws SubjectForgotten if the subject's key has been destroyed
     */
    public byte[] newKeyOf(UUID subject, String purpose) {
        return purposeKey(subjects.findOrCreate(subject), purpose);
    }

    /**
     * The same key again.
     *
     * @throws SubjectForgotten if the subject's key has been destroyed; on other nodes within {@code fanz.vault.kept-for}
     * @throws KeyMissing if this key store has never held the subject's key
     */
    public byte[] keyOf(UUID subject, String purpose) {
        return purposeKey(subjects.find(subject), purpose);
    }

    private static byte[] purposeKey(byte[] root, String purpose) {
        return new DerivedKeys(root).of("subject:" + purpose);
    }

    /**
     * Encrypts something that belongs to the installation, such as a signing key, under a key derived from the master key.
     *
     * @param purpose a constant of the code, such as {@code identity.signing-key}
     */
    public byte[] sealSecret(String purpose, byte[] plain) {
        return AesGcm.seal(installation.of("secret:" + purpose), INSTALLATION, purpose, plain);
    }

    /** @throws BrokenSeal if it was sealed for another purpose or by another installation, or was changed */
    public byte[] openSecret(String purpose, byte[] sealed) {
        return AesGcm.open(installation.of("secret:" + purpose), INSTALLATION, purpose, sealed);
    }

    /**
     * Destroys the subject's key: everything sealed under it is gone, in backups too. Here at once, on other nodes within
     * {@code fanz.vault.kept-for}. The caller audits it.
     */
    public void forget(UUID subject) {
        subjects.destroy(subject);
    }
}
