package network.fanz.security.identity.openid;

import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All stored signing keys, and each key's purpose at a given time. The purposes follow from the table and the time alone, so all nodes
 * agree.
 */
record KeyRing(List<SigningKey> keys, KeyRotation rotation) {
    /** A key and the time from which it signs. It signs until the next key does. */
    record SigningKey(JWK jwk, Instant signsFrom) {}

    KeyRing {
        keys = keys.stream().sorted(Comparator.comparing(SigningKey::signsFrom)).toList();
    }

    /**
     * The newest key whose signing time has come; empty before the first key. The first key may sign a moment early, because the clock of
     * the node that made it may be ahead of this node's.
     */
    Optional<JWK> signing(Instant now) {
        return keys.stream()
                .filter(key -> key == keys.getFirst() || !key.signsFrom().isAfter(now))
                .reduce((earlier, later) -> later)
                .map(SigningKey::jwk);
    }

    /** Keys that sign, will sign, or have signed tokens that may still be valid. */
    List<JWK> published(Instant now) {
        return keys.stream()
                .filter(key -> !isExpired(key, now))
                .map(SigningKey::jwk)
                .toList();
    }

    /** Keys that are no longer needed. */
    List<String> expired(Instant now) {
        return keys.stream()
                .filter(key -> isExpired(key, now))
                .map(key -> key.jwk().getKeyID())
                .toList();
    }

    /** The time from which a key that is made now will sign; empty if no new key is needed yet. The very first key signs at once. */
    Optional<Instant> nextSignsFrom(Instant now) {
        if (keys.isEmpty()) {
            return Optional.of(now);
        }
        Instant soonest = now.plus(rotation.publishedBefore());
        // A key that signs later than one that is made now was made under a clock that was ahead. It must not put off
        // the
        // next.
        Optional<Instant> last = keys.stream()
                .map(SigningKey::signsFrom)
                .filter(from -> !from.isAfter(soonest.plus(KeyRotation.REFRESH_EVERY)))
                .reduce((earlier, later) -> later);
        if (last.isEmpty()) {
            return Optional.of(soonest);
        }
        Instant signingEnds = last.get().plus(rotation.period());
        return signingEnds.isAfter(soonest) ? Optional.empty() : Optional.of(soonest);
    }

    private boolean isExpired(SigningKey key, Instant now) {
        int following = keys.indexOf(key) + 1;
        return following < keys.size()
                && !now.isBefore(keys.get(following).signsFrom().plus(rotation.publishedAfter()));
    }
}
