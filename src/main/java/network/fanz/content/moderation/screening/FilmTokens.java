package network.fanz.content.moderation.screening;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import network.fanz.common.Steady;
import network.fanz.platform.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Opens one film, exactly as it is, to one session until a time: {@code <seconds since 1970>.<HMAC-SHA-256>}. What it is for stands in the
 * signature alone, so a token opens nothing once any part of what is shown has changed.
 */
@Component
class FilmTokens {
    static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final String FIELD = "moderation.film_token";

    /** How far nodes' clocks may differ. */
    private static final Duration AHEAD = Duration.ofSeconds(5);

    private final Vault vault;
    private final Clock clock;

    FilmTokens(Vault vault, @Steady Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** What a token is for. */
    record Screening(UUID item, UUID session, String shown) {}

    Instant newEnd() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(GOOD_FOR);
    }

    String sign(Screening screening, Instant until) {
        String signed = until + " " + screening.item() + " " + screening.session() + " " + screening.shown();
        return until.getEpochSecond() + "." + HexFormat.of().formatHex(vault.keyedHash(FIELD, signed));
    }

    boolean opens(String token, Screening screening) {
        Instant until = end(token);
        Instant now = clock.instant();
        return now.isBefore(until)
                && !until.isAfter(now.plus(GOOD_FOR).plus(AHEAD))
                && MessageDigest.isEqual(bytes(token), bytes(sign(screening, until)));
    }

    private static Instant end(String token) {
        int dot = token.indexOf('.');
        try {
            return dot < 1 ? Instant.MIN : Instant.ofEpochSecond(Long.parseLong(token.substring(0, dot)));
        } catch (NumberFormatException | DateTimeException other) {
            return Instant.MIN;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
