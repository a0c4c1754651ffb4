package network.fanz.security.identity.provider;

import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All signing keys that are left, and what each is good for at a moment. It follows from the table and the time alone, so all nodes see
 * the same.
 */
record KeyRing(List<Key> keys, KeyTurns turns) {
    /** A key and the moment from which it signs, until the next one does. */
    record Key(JWK jwk, Instant signsFrom) {}

    KeyRing {
        keys = keys.stream().sorted(Comparator.comparing(Key::signsFrom)).toList();
    }

    /**
     * The latest whose turn has come; empty before the first key. The first is also good a moment early, for the node that made it may be
     * ahead of this one.
     */
    Optional<JWK> signing(Instant now) {
        return keys.stream()
                .filter(key -> key == keys.getFirst() || !key.signsFrom().isAfter(now))
                .reduce((earlier, later) -> later)
                .map(Key::jwk);
    }

    /** Those that sign, will sign, or have signed what may still be good. */
    List<JWK> published(Instant now) {
        return keys.stream().filter(key -> !isOver(key, now)).map(Key::jwk).toList();
    }

    /** Those that nobody needs any more. */
    List<String> over(Instant now) {
        return keys.stream()
                .filter(key -> isOver(key, now))
                .map(key -> key.jwk().getKeyID())
                .toList();
    }

    /** From when a key that is made now signs; empty if none is needed yet. The very first signs at once. */
    Optional<Instant> next(Instant now) {
        if (keys.isEmpty()) {
            return Optional.of(now);
        }
        Instant turnEnds = keys.getLast().signsFrom().plus(turns.period());
        Instant soonest = now.plus(turns.ahead());
        return turnEnds.isAfter(soonest) ? Optional.empty() : Optional.of(soonest);
    }

    private boolean isOver(Key key, Instant now) {
        int following = keys.indexOf(key) + 1;
        return following < keys.size()
                && !now.isBefore(keys.get(following).signsFrom().plus(turns.kept()));
    }
}
