package network.fanz.security.identity.openid;

import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All signing keys that are left, and what each is good for at a moment. It follows from the table and the time alone, so all nodes see
 * the same.
 */
record KeyRing(List<SigningKey> keys, KeyRotation rotation) {
    /** A key and the moment from which it signs, until the next one does. */
    record SigningKey(JWK jwk, Instant signsFrom) {}

    KeyRing {
        keys = keys.stream().sorted(Comparator.comparing(SigningKey::signsFrom)).toList();
    }

    /**
     * The latest whose turn has come; empty before the first key. The first is also good a moment early, for the node that made it may be
     * ahead of this one.
     */
    Optional<JWK> signing(Instant now) {
        return keys.stream()
                .filter(key -> key == keys.getFirst() || !key.signsFrom().isAfter(now))
                .reduce((earlier, later) -> later)
                .map(SigningKey::jwk);
    }

    /** Those that sign, will sign, or have signed what may still be good. */
    List<JWK> published(Instant now) {
        return keys.stream()
                .filter(key -> !isExpired(key, now))
                .map(SigningKey::jwk)
                .toList();
    }

    /** Those that nobody needs any more. */
    List<String> expired(Instant now) {
        return keys.stream()
                .filter(key -> isExpired(key, now))
                .map(key -> key.jwk().getKeyID())
                .toList();
    }

    /** From when a key that is made now signs; empty if none is needed yet. The very first signs at once. */
    Optional<Instant> nextSignsFrom(Instant now) {
        if (keys.isEmpty()) {
            return Optional.of(now);
        }
        Instant turnEnds = keys.getLast().signsFrom().plus(rotation.period());
        Instant soonest = now.plus(rotation.publishedBefore());
        return turnEnds.isAfter(soonest) ? Optional.empty() : Optional.of(soonest);
    }

    private boolean isExpired(SigningKey key, Instant now) {
        int following = keys.indexOf(key) + 1;
        return following < keys.size()
                && !now.isBefore(keys.get(following).signsFrom().plus(rotation.publishedAfter()));
    }
}
