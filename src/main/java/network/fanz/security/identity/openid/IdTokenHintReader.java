package network.fanz.security.identity.openid;

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
public final class IdTokenHintReader {
    private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();
    private final BrandClients brandClients;
    private final PublicHosts hosts;

    /** Accepts expired tokens as hints: a session lasts longer than the token that began it. */
    IdTokenHintReader(SigningKeys keys, BrandClients brandClients, PublicHosts hosts) {
        this.brandClients = brandClients;
        this.hosts = hosts;
        tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        tokens.setJWTClaimsSetVerifier((claims, context) -> {});
    }

    /** Empty unless we signed the token for one of our clients, with a key that is still published. */
    public Optional<IdTokenHint> read(String token) {
        try {
            JWTClaimsSet claims = tokens.process(token, null);
            boolean ours = hosts.baseUrl(PublicHosts.SIGN_IN).equals(claims.getIssuer())
                    && claims.getAudience().size() == 1
                    && isClient(claims.getAudience().getFirst());
            String singleSignOn = claims.getStringClaim(IdTokenClaims.SINGLE_SIGN_ON);
            return ours && singleSignOn != null
                    ? Optional.of(new IdTokenHint(claims.getAudience().getFirst(), UUID.fromString(singleSignOn)))
                    : Optional.empty();
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    public boolean isClient(String client) {
        return brandClients.findByClientId(client) != null;
    }

    /** Whether exactly this address is registered for the client's users after a sign-out. */
    public boolean isRegisteredRedirect(String client, String address) {
        var registered = brandClients.findByClientId(client);
        return registered != null && registered.getPostLogoutRedirectUris().contains(address);
    }
}
