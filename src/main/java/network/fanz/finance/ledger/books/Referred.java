package network.fanz.finance.ledger.books;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Ids;
import network.fanz.finance.ledger.Posting.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An accepted posting that another one posts, voids or reverses.
 *
 * @param resolvedBy the kind of the one that did so already; null while none did
 * @param resolver its id
 */
public record Referred(
        UUID id,
        Kind kind,
        @Nullable Instant expiresAt,
        List<Movement> movements,
        @Nullable Kind resolvedBy,
        @Nullable UUID resolver) {
    /** The id under which a hold that ran out is voided: it follows from the hold's, so that it happens once. */
    public static UUID idOfExpiry(UUID pending) {
        return Ids.derived("ledger.expiry", pending.toString());
    }

    Referred resolved(Kind by, UUID byId) {
        return new Referred(id, kind, expiresAt, movements, by, byId);
    }

    /** The same posting with the legs of both, in this order. */
    public Referred plus(Referred more) {
        List<Movement> both = new ArrayList<>(movements);
        both.addAll(more.movements);
        return new Referred(id, kind, expiresAt, both, resolvedBy, resolver);
    }

    /** A leg as the books know it: its asset by number. */
    public record Movement(long debit, long credit, BigInteger amount, int assetId, int code) {
        Movement reversed() {
            return new Movement(credit, debit, amount, assetId, code);
        }
    }
}
