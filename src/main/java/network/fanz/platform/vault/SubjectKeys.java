package network.fanz.platform.vault;

import java.util.UUID;

/**
 * Where keys live: anywhere but in PostgreSQL, its write-ahead log and its backups. The program brings {@link KeyFolder}; one for a key
 * management service keeps its wrapped keys in that service (or in files that it wraps), so that they leave with it.
 *
 * <p>An implementation keeps to this: a key is 32 random bytes, written durably before it is first returned; all nodes get the same key
 * for the same subject; a destroyed key never comes back, nor does its subject get a new one; no call is made inside a database
 * transaction's row locks by {@link Vault} more than once a value, for {@link KeyCache} stands before it.
 */
public interface SubjectKeys {
    /** The installation's own key, 32 bytes, the same on all nodes: what is not a person's is sealed under keys derived from it. */
    byte[] masterKey();

    /**
     * Takes back the installation's own key if it was made at this start and nothing is sealed with it: the database turned out to be
     * sealed with another. A key that was there before stays.
     */
    default void takeBackNewMaster() {}

    /**
     * The subject's key, made now if there never was one.
     *
     * @throws SubjectForgotten if it has been destroyed
     */
    byte[] findOrCreate(UUID subject);

    /**
     * The subject's key.
     *
     * @throws SubjectForgotten if it has been destroyed
     * @throws KeyMissing if there never was one here
     */
    byte[] find(UUID subject);

    /** Destroys the key for ever; a subject that had none can never get one. Done twice it is the same as done once. */
    void destroy(UUID subject);
}
