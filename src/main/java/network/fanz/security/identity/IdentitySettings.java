package network.fanz.security.identity;

import java.time.Duration;
import network.fanz.common.Between;
import network.fanz.security.identity.passwords.PasswordHasher;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Accounts and sessions.
 *
 * @param publicScheme http or https, as browsers see the program
 * @param publicPort as browsers see it; if absent, the port that the program listens on
 * @param hashesAtOnce how many passwords are hashed at the same time; 0 means one for each processor
 * @param hashWaitMax how long a sign-in waits for a hash slot before it is told to come back
 * @param emailProofLife how long a mailed link that confirms an email address is valid
 * @param passwordProofLife how long a mailed link that replaces a forgotten password is valid
 * @param invitationLife how long an invitation is valid
 * @param factorResetWait how long a reset of a lost second factor waits after its approval, so that the owner can object
 * @param freshFor how long after giving a factor sensitive changes need no new proof
 * @param placeKnownFor how long after its last sign-in from a network address an account knows that address
 * @param visitorIdle after how long without a request the session of a visitor who has not signed in ends
 * @param sessionIdle after how long without a request the session of an account that needs no second factor ends
 * @param sessionLife how long such a session lasts at most
 * @param strictIdle the same as {@code fanz.identity.session-idle} for accounts that need a second factor
 * @param strictLife the same as {@code fanz.identity.session-life} for accounts that need a second factor
 * @param signingKeyPeriod how long one key signs the identity tokens that the brands get
 * @param signingKeyAhead how long a key is published before it begins to sign
 * @param signingKeyKeptFor how long a key stays published after it has signed; as long as sessions, whose tokens sign them out again
 */
@ConfigurationProperties(prefix = "fanz.identity", ignoreUnknownFields = false)
public record IdentitySettings(
        @DefaultValue("http") String publicScheme,
        @Nullable @Between(min = "1", max = "65535") Integer publicPort,
        @DefaultValue("0") @Between(min = "0", max = "64") int hashesAtOnce,

        @DefaultValue("5s") @Between(min = "100ms", max = "1m")
        Duration hashWaitMax,

        @DefaultValue("24h") @Between(min = "5m", max = "30d")
        Duration emailProofLife,

        @DefaultValue("30m") @Between(min = "5m", max = "1d")
        Duration passwordProofLife,

        @DefaultValue("7d") @Between(min = "1h", max = "90d")
        Duration invitationLife,

        @DefaultValue("3d") @Between(min = "1d", max = "30d")
        Duration factorResetWait,

        @DefaultValue("10m") @Between(min = "1m", max = "1d")
        Duration freshFor,

        @DefaultValue("180d") @Between(min = "1d", max = "3650d")
        Duration placeKnownFor,

        @DefaultValue("30m") @Between(min = "1m", max = "1d")
        Duration visitorIdle,

        @DefaultValue("7d") @Between(min = "1m", max = "365d")
        Duration sessionIdle,

        @DefaultValue("30d") @Between(min = "1m", max = "365d", notBelow = "fanz.identity.session-idle")
        Duration sessionLife,

        @DefaultValue("1h") @Between(min = "1m", max = "30d")
        Duration strictIdle,

        @DefaultValue("24h") @Between(min = "1m", max = "30d", notBelow = "fanz.identity.strict-idle")
        Duration strictLife,

        @DefaultValue("90d") @Between(min = "2d", max = "730d")
        Duration signingKeyPeriod,

        @DefaultValue("24h") @Between(min = "10m", max = "1d")
        Duration signingKeyAhead,

        @DefaultValue("30d") @Between(min = "1h", max = "365d", notBelow = "fanz.identity.session-life")
        Duration signingKeyKeptFor) {
    private static final int HASHES_SHARE = 3;
    private static final int HASHES_MIN = 2;

    public IdentitySettings {
        if (!publicScheme.equals("http") && !publicScheme.equals("https")) {
            throw new IllegalArgumentException("fanz.identity.public-scheme is http or https.");
        }
        long share = Runtime.getRuntime().maxMemory() / HASHES_SHARE / PasswordHasher.MEMORY;
        if (hashesAtOnce > Math.max(share, HASHES_MIN)) {
            throw new IllegalArgumentException(
                    "fanz.identity.hashes-at-once is " + hashesAtOnce
                            + ", but must be at most " + Math.max(share, HASHES_MIN)
                            + " here: a hash takes 19 MB, and all together may take a third of the program's memory (java -Xmx).");
        }
    }
}
