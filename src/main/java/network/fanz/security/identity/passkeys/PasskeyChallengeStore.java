package network.fanz.security.identity.passkeys;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import network.fanz.security.identity.sessions.OpaqueTokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;

/**
 * Challenges that are not answered yet. The session alone cannot show that a response is the first: two concurrent responses each find the
 * challenge in their own copy of the session.
 */
final class PasskeyChallengeStore {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyChallengeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Bytes challenge) {
        jdbc.sql("insert into identity.passkey_challenge (challenge_hash, expires_at) values (:hash, :until)")
                .param("hash", OpaqueTokens.hash(challenge.toBase64UrlString()))
                .param("until", moment().plus(LIFE))
                .update();
    }

    /**
     * @throws PasskeyRefused if the challenge was answered before, or is too old, or ends later than one that is made now: nobody knows how
     *     old that is
     */
    void take(Bytes challenge) {
        boolean first = jdbc.sql("""
                                        delete from identity.passkey_challenge
                                        where challenge_hash = :hash and expires_at > :now and expires_at <= :latest
                                        """)
                        .param("hash", OpaqueTokens.hash(challenge.toBase64UrlString()))
                        .param("now", moment())
                        .param("latest", moment().plus(LIFE).plus(CLOCKS_DIFFER_MAX))
                        .update()
                == 1;
        if (!first) {
            throw new PasskeyRefused();
        }
    }

    void deleteExpired() {
        jdbc.sql("delete from identity.passkey_challenge where expires_at < :now")
                .param("now", moment())
                .update();
    }

    private OffsetDateTime moment() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
