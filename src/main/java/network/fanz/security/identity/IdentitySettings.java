package network.fanz.security.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Accounts and sessions.
 *
 * @param publicScheme http or https, as browsers see the program
 * @param publicPort as browsers see it; without it the port that the program listens on
 * @param hashesAtOnce how many passwords are hashed at the same moment; 0 means one a processor
 * @param hashWaitMax how long a sign-in waits for its turn before it is told to come back
 * @param emailProofLife how long the link in a mail is good
 * @param passwordProofLife how long the link is good by which a forgotten password is replaced
 * @param invitationLife how long an invitation is good
 * @param freshFor how long after giving a factor sensitive changes need no new proof
 * @param placeKnownFor how long after its last sign-in from a place an account knows it
 * @param visitorIdle after how long without a request a session of nobody ends
 * @param sessionIdle the same for a signed-in account that needs no second factor
 * @param sessionLife how long such a session lasts at most
 * @param strictIdle the same as sessionIdle for accounts that need a second factor
 * @param strictLife the same as sessionLife for accounts that need a second factor
 * @param signingKeyPeriod how long one key signs the identity tokens that the brands get
 * @param signingKeyAhead how long before its turn the next key is published
 * @param signingKeyKept how long a key stays published after its turn; as long as sessions, whose tokens sign them out again
 */
@ConfigurationProperties(prefix = "fanz.identity", ignoreUnknownFields = false)
public record IdentitySettings(
        @DefaultValue("http") String publicScheme,
        @Nullable Integer publicPort,
        @DefaultValue("0") int hashesAtOnce,
        @DefaultValue("5s") Duration hashWaitMax,
        @DefaultValue("24h") Duration emailProofLife,
        @DefaultValue("30m") Duration passwordProofLife,
        @DefaultValue("7d") Duration invitationLife,
        @DefaultValue("10m") Duration freshFor,
        @DefaultValue("180d") Duration placeKnownFor,
        @DefaultValue("30m") Duration visitorIdle,
        @DefaultValue("7d") Duration sessionIdle,
        @DefaultValue("30d") Duration sessionLife,
        @DefaultValue("1h") Duration strictIdle,
        @DefaultValue("24h") Duration strictLife,
        @DefaultValue("90d") Duration signingKeyPeriod,
        @DefaultValue("24h") Duration signingKeyAhead,
        @DefaultValue("30d") Duration signingKeyKept) {
    public IdentitySettings {
        if (!publicScheme.equals("http") && !publicScheme.equals("https")) {
            throw new IllegalArgumentException("fanz.identity.public-scheme is http or https");
        }
        if (hashesAtOnce < 0 || hashesAtOnce > 256) {
            throw new IllegalArgumentException("fanz.identity.hashes-at-once lies between 0 and 256");
        }
    }
}
