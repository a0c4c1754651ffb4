package network.fanz.content.catalogue.watching;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.Steady;
import network.fanz.platform.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Names one release at one version for one session until a time, signed with the installation's key (HMAC-SHA-256), so that every node
 * reads what any node signed. The session stands in the signature alone.
 */
@Component
class MediaTokens {
    private static final String FIELD = "catalogue.media_token";
    private static final int NAMED = Long.BYTES * 2 + Integer.BYTES + Long.BYTES;
    private static final int SIGNED = 32;
    /** Its last character holds no bits that count for nothing: a token has one spelling. */
    private static final int LENGTH = (NAMED + SIGNED) / 3 * 4;

    /** How far nodes' clocks may differ. */
    private static final int AHEAD_SECONDS = 5;

    private final Vault vault;
    private final Clock clock;

    MediaTokens(Vault vault, @Steady Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    record MediaToken(UUID release, int version) {}

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    String sign(UUID release, int version, UUID session, Instant until) {
        byte[] named = ByteBuffer.allocate(NAMED)
                .putLong(release.getMostSignificantBits())
                .putLong(release.getLeastSignificantBits())
                .putInt(version)
                .putLong(until.getEpochSecond())
                .array();
        byte[] token = Arrays.copyOf(named, NAMED + SIGNED);
        System.arraycopy(signature(named, session), 0, token, NAMED, SIGNED);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Empty if it is none of ours, another session's, over, or ends later than any that is ever signed. */
    Optional<MediaToken> read(String text, UUID session) {
        byte[] token = text.length() == LENGTH ? bytes(text) : new byte[0];
        if (token.length != NAMED + SIGNED) {
            return Optional.empty();
        }
        byte[] named = Arrays.copyOf(token, NAMED);
        if (!MessageDigest.isEqual(signature(named, session), Arrays.copyOfRange(token, NAMED, token.length))) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(named);
        MediaToken found = new MediaToken(new UUID(read.getLong(), read.getLong()), read.getInt());
        Instant until = Instant.ofEpochSecond(read.getLong());
        Instant now = clock.instant();
        return now.isBefore(until)
                        && !until.isAfter(now.plus(WatchDoor.GOOD_FOR).plusSeconds(AHEAD_SECONDS))
                ? Optional.of(found)
                : Optional.empty();
    }

    private byte[] signature(byte[] named, UUID session) {
        return vault.keyedHash(FIELD, Base64.getUrlEncoder().encodeToString(named) + " " + session);
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException other) {
            return new byte[0];
        }
    }
}
