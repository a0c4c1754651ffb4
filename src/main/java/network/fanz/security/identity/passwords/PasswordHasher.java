package network.fanz.security.identity.passwords;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;
import network.fanz.platform.vault.Vault;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Accepts and hashes passwords. Length counts, not composition: 15 to 128 characters, all of which matter (NIST SP 800-63B-4, 3.1.1.2: at
 * least 15 where a password may be the only factor). Hashes are Argon2id with 19 MiB, two passes and one lane (RFC 9106; the OWASP
 * minimum). Each hash costs tens of milliseconds of a core, so only a few are computed at once, known people's first.
 *
 * <p>The salt is derived from the email address under a key of the vault: an attacker cannot know it in advance, and no two addresses
 * share it. An attempt costs exactly one hash, whether the address has an account, several or none. So the time of an answer tells nothing.
 */
public final class PasswordHasher {
    /** The current hash scheme; it is stored with each hash. */
    public static final int SCHEME = 1;

    private static final int LENGTH_MIN = 15;
    private static final int LENGTH_MAX = 128;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    /** What a hash takes, in bytes. */
    public static final long MEMORY = MEMORY_KIB * 1024L;

    private static final int PASSES = 2;
    /** What two cores hash in two seconds. */
    private static final int STRANGERS_MAX = 64;

    private static final int OF_ONE_NETWORK_MAX = 4;
    private static final String SALT = "identity.account.password_salt";

    private final BreachedPasswords breached = BreachedPasswords.committed();
    private final Vault vault;
    private final HashQueue queue;
    private final Duration waitMax;
    private final Timer hashTimer;

    /**
     * @param hashesAtOnce how many hashes may be computed at the same time
     * @param waitMax how long a caller waits for its turn before {@link PasswordHashingBusy}
     * @param meters the number and time of hashes are recorded there, as {@code fanz.identity.hashes}
     */
    public PasswordHasher(Vault vault, int hashesAtOnce, Duration waitMax, MeterRegistry meters) {
        this.vault = vault;
        this.queue = new HashQueue(hashesAtOnce, STRANGERS_MAX, OF_ONE_NETWORK_MAX);
        this.waitMax = waitMax;
        this.hashTimer = meters.timer("fanz.identity.hashes");
        Gauge.builder("fanz.identity.hashes.waiting", queue, waiters -> waiters.waiting())
                .description("People who wait for a password to be hashed")
                .register(meters);
    }

    /**
     * Refuses a password that is too short, too long, widely known, or made of public facts about its owner.
     *
     * @param context words that belong to the owner, such as the name
     * @throws InvalidField if the password is refused
     */
    public void requireAcceptable(String password, Set<String> context) {
        String normal = normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < LENGTH_MIN || length > LENGTH_MAX) {
            throw new InvalidField(
                    "password",
                    Sentence.of(
                            "This has {0, plural, one {one character} other {# characters}}. A password has 15 to 128 characters; a few words in a row are easy to keep.",
                            length));
        }
        if (breached.contains(normal)) {
            throw new InvalidField("password", "This password is on lists of stolen passwords. Choose another.");
        }
        String lower = normal.toLowerCase(Locale.ROOT);
        if (context.stream().map(word -> word.toLowerCase(Locale.ROOT)).anyMatch(word -> isMostly(lower, word))) {
            throw new InvalidField("password", "This password is close to your name or email address. Choose another.");
        }
    }

    /**
     * The hash of a password for an address; the same two always give the same hash.
     *
     * @param network where a stranger comes from; {@link HashQueue#KNOWN} for somebody who is none
     * @throws PasswordHashingBusy if the caller's turn did not come in time, or strangers who came later took it
     */
    public byte[] hash(String password, String email, String network) {
        byte[] salt = vault.keyedHash(SALT, email);
        String taken = password.length() > 4 * LENGTH_MAX ? "" : normal(password);
        awaitTurn(network);
        try {
            return hashTimer.record(() -> argon2(taken, salt));
        } finally {
            queue.leave();
        }
    }

    /** Compares in constant time. */
    public static boolean matches(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    private static byte[] argon2(String password, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(LANES)
                .withSalt(java.util.Arrays.copyOf(salt, SALT_BYTES))
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private void awaitTurn(String network) {
        try {
            if (!queue.enter(network, waitMax)) {
                throw new PasswordHashingBusy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PasswordHashingBusy();
        }
    }

    /** Whether the word fills at least half of the password. */
    private static boolean isMostly(String password, String word) {
        return word.length() >= 4 && password.contains(word) && word.length() * 2 >= password.length();
    }

    /** The same characters, typed on two systems, must be the same password (RFC 8265, 4.2). */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
