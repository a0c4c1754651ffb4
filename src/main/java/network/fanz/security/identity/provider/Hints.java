package network.fanz.security.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Optional;
import java.util.UUID;
import network.fanz.security.identity.access.PublicHosts;

/** Reads identity tokens that a client shows the provider again, and knows where a client may send its user afterwards. */
public final class Hints {
    private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();
    private final Brands brands;
    private final PublicHosts hosts;

    /** A token is no less a hint for having run out: a session lasts longer than the token that began it. */
    Hints(SigningKeys keys, Brands brands, PublicHosts hosts) {
        this.brands = brands;
        this.hosts = hosts;
        tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        tokens.setJWTClaimsSetVerifier((claims, context) -> {});
    }

    /** Empty unless we signed the token for one of our clients, with a key that is still published. */
    public Optional<Hint> read(String token) {
        try {
            JWTClaimsSet claims = tokens.process(token, null);
            boolean ours = hosts.origin(PublicHosts.SIGN_IN).equals(claims.getIssuer())
                    && claims.getAudience().size() == 1
                    && isClient(claims.getAudience().getFirst());
            String singleSignOn = claims.getStringClaim(Claims.SINGLE_SIGN_ON);
            return ours && singleSignOn != null
                    ? Optional.of(new Hint(claims.getAudience().getFirst(), UUID.fromString(singleSignOn)))
                    : Optional.empty();
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    public boolean isClient(String client) {
        return brands.findByClientId(client) != null;
    }

    /** Whether this very address is registered for a client's user to come to after signing out. */
    public boolean mayLead(String client, String address) {
        var registered = brands.findByClientId(client);
        return registered != null && registered.getPostLogoutRedirectUris().contains(address);
    }
}
