package network.fanz.content.audience;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.audience.Look.LookKey;
import org.jspecify.annotations.Nullable;

/**
 * A view as it is kept.
 *
 * @param pieces which were sent
 * @param parts how many pieces the work has
 */
record View(
        UUID id,
        LookKey key,
        AccountId creator,
        @Nullable String network,
        Instant beganAt,
        Instant lastAt,
        boolean film,
        BitSet pieces,
        int parts) {
    static View begun(UUID id, Look look, BitSet pieces, int parts) {
        return new View(
                id, look.key(), look.creator(), look.network(), look.first(), look.last(), look.film(), pieces, parts);
    }

    /** The UTC day that it counts for. */
    LocalDate day() {
        return LocalDate.ofInstant(beganAt, ZoneOffset.UTC);
    }

    int sent() {
        return pieces.cardinality();
    }

    /** Whether a look goes on with it. A view that lies ahead of the look by more was written under another clock, and is no fact. */
    boolean goesOnWith(Look look) {
        return !look.first().isAfter(lastAt.plus(ViewRules.SAME_VIEW))
                && !look.first().isBefore(beganAt.minus(ViewRules.SAME_VIEW));
    }

    View and(Look look) {
        BitSet more = look.pieces().get(0, parts);
        more.or(pieces);
        Instant last = look.last().isAfter(lastAt) ? look.last() : lastAt;
        return new View(id, key, creator, network, beganAt, last, film, more, parts);
    }
}
