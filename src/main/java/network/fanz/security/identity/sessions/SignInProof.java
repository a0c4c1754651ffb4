package network.fanz.security.identity.sessions;

import java.io.Serializable;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What a session proves: the account, its factors, and the times.
 *
 * @param signedInAt when the session was signed in
 * @param freshAt when the last factor was given; sensitive changes need a recent one
 * @param singleSignOn the same for all sessions of one sign-in, on whatever host: sign-out ends them together
 * @param platform the brand where the session was signed in
 * @param device a coarse name of the browser and system, personal data; only set at sign-in, and null when read
 */
public record SignInProof(
        AccountId account,
        Set<Factor> factors,
        Instant signedInAt,
        Instant freshAt,
        UUID singleSignOn,
        String platform,
        @Nullable String device)
        implements Serializable {
    /** The attribute of an {@code HttpSession} under which the proof is set and read. */
    public static final String ATTRIBUTE = "identity.standing";

    public SignInProof {
        factors = Set.copyOf(factors);
    }

    public boolean secondFactor() {
        return Factor.includesSecondFactor(factors);
    }

    public SignInProof with(Factor factor, Instant now) {
        Set<Factor> more = EnumSet.of(factor);
        more.addAll(factors);
        return new SignInProof(account, more, signedInAt, now, singleSignOn, platform, device);
    }
}
