package network.fanz.content.audience;

import java.time.Instant;
import java.util.BitSet;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What one viewer was sent of one work since it was last written.
 *
 * @param account who is signed in; null if nobody is
 * @param network where somebody comes from who has no account; null for whoever has one
 * @param pieces which were sent
 */
record Look(
        LookKey key,
        AccountId creator,
        UUID upload,
        boolean film,
        @Nullable AccountId account,
        @Nullable String network,
        Instant first,
        Instant last,
        BitSet pieces) {
    /** @param viewer keyed hash in hexadecimal digits */
    record LookKey(UUID work, String viewer) {}

    Look and(Look other) {
        BitSet both = (BitSet) pieces.clone();
        both.or(other.pieces);
        return new Look(
                key,
                creator,
                other.upload,
                film,
                account,
                network,
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last,
                both);
    }
}
