package network.fanz.platform.vault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Keeps the keys in use in memory for a short while, so that a page of names costs no file reads, and forgets them soon enough that a
 * key destroyed on another node is gone here too.
 */
final class KeyCache implements SubjectKeys {
    private final SubjectKeys store;
    private final long keptNanos;
    private final LongSupplier ticker;
    private final Map<UUID, CachedKey> kept;
    private long destroyed;

    /** @param ticker nanoseconds that never run backwards, such as {@code System::nanoTime} */
    KeyCache(SubjectKeys store, Duration keptFor, int keysMax, LongSupplier ticker) {
        this.store = store;
        this.keptNanos = keptFor.toNanos();
        this.ticker = ticker;
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, CachedKey> eldest) {
                return size() > keysMax;
            }
        };
    }

    @Override
    public byte[] masterKey() {
        return store.masterKey();
    }

    @Override
    public void takeBackNewMaster() {
        store.takeBackNewMaster();
    }

    @Override
    public byte[] findOrCreate(UUID subject) {
        return remembered(subject, store::findOrCreate);
    }

    @Override
    public byte[] find(UUID subject) {
        return remembered(subject, store::find);
    }

    /** Drops the key from memory before and after: a reader in between may have read it and put it back. */
    @Override
    public void destroy(UUID subject) {
        drop(subject);
        store.destroy(subject);
        drop(subject);
    }

    /** The store is asked outside the lock: a slow disk holds up only those who wait for it. */
    private byte[] remembered(UUID subject, Function<UUID, byte[]> asked) {
        long now = ticker.getAsLong();
        long before;
        synchronized (kept) {
            before = destroyed;
            CachedKey found = kept.get(subject);
            if (found != null && now - found.since < keptNanos) {
                return found.key;
            }
        }
        byte[] key = asked.apply(subject);
        synchronized (kept) {
            // A reader may have read this key just before it was destroyed, and must not bring it back.
            if (before == destroyed) {
                kept.put(subject, new CachedKey(key, now));
            }
        }
        return key;
    }

    private void drop(UUID subject) {
        synchronized (kept) {
            destroyed++;
            kept.remove(subject);
        }
    }

    private record CachedKey(byte[] key, long since) {}
}
